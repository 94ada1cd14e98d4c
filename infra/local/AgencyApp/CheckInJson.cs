using System.Text.Json;

namespace Kinerja.AgencyApp;

/// <summary>Check-ins on the wire.</summary>
internal static class CheckInJson
{
    /// <summary>How far the wrong clock is ahead.</summary>
    internal static readonly TimeSpan WrongBy = TimeSpan.FromMinutes(40);

    internal static string One(SampleAgency agency, PlannedCheckIn planned, DateTimeOffset sentAt) =>
        JsonText.Object(json => Write(json, agency, planned, sentAt));

    internal static string Batch(SampleAgency agency, IEnumerable<PlannedCheckIn> items, DateTimeOffset sentAt) =>
        JsonText.Object(json =>
        {
            json.WriteStartArray("checkIns");
            foreach (var item in items)
            {
                json.WriteStartObject();
                Write(json, agency, item, sentAt);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });

    private static void Write(Utf8JsonWriter json, SampleAgency agency, PlannedCheckIn planned, DateTimeOffset sentAt)
    {
        var (person, phone) = (planned.Person, planned.Person.Phone);
        // A wrong clock is wrong about both times.
        var clock = phone.HasWrongClockOn(planned.Day) ? WrongBy : TimeSpan.Zero;
        json.WriteString("id", $"{person.Id}-{JsonText.Date(planned.Day)}-{planned.Kind}");
        json.WriteString("agencyId", agency.Id);
        json.WriteString("employeeId", person.Id);
        json.WriteString("kind", planned.Kind);
        json.WriteString("capturedAt", JsonText.Time((planned.CapturedAt + clock).ToOffset(agency.Offset)));
        json.WriteString("sentAt", JsonText.Time((sentAt + clock).ToOffset(agency.Offset)));
        if (planned.Fix is { } fix)
        {
            json.WriteStartObject("position");
            json.WriteNumber("latitude", fix.Point.Latitude);
            json.WriteNumber("longitude", fix.Point.Longitude);
            json.WriteNumber("accuracyMetres", fix.AccuracyMetres);
            json.WriteEndObject();
            json.WriteString("provider", fix.Provider);
        }

        if (phone.Android)
        {
            json.WriteBoolean("mockLocation", phone.MocksLocation);
        }

        json.WriteString("deviceId", phone.DeviceId);
    }
}

using System.Text.Json;

namespace Kinerja.AgencyApp;

/// <summary>The requests that set an agency up, in the order in which they must be sent.</summary>
internal static class RegisterJson
{
    internal static IEnumerable<AgencyRequest> Of(SampleAgency agency) =>
    [
        Routes.Agency(agency.Id, JsonText.Object(json =>
        {
            json.WriteString("name", agency.Name);
            json.WriteString("zone", agency.Zone);
            json.WriteString("beganOn", "2026-01-01");
            json.WriteStartObject("seat");
            json.WriteNumber("latitude", agency.Seat.Latitude);
            json.WriteNumber("longitude", agency.Seat.Longitude);
            json.WriteEndObject();
        })),
        Routes.Units(agency.Id, List("units", agency.Units, (json, unit) => Write(json, agency, unit))),
        Routes.Posts(agency.Id, List("posts", agency.Units.DistinctBy(unit => unit.PostId), WritePost)),
        Routes.Employees(agency.Id, List("employees", agency.People, Write)),
        Routes.Names(agency.Id, List("names", agency.People.Index(), (json, person) =>
        {
            json.WriteString("employeeId", person.Item.Id);
            json.WriteString("name", SampleNames.Of(person.Index));
        })),
        // Two days a week elsewhere at most, not planned day by day: each is held against the post, the unit and the
        // person.
        Routes.Policy(agency.Id, "flexible-work", WorkDays.FirstDay, JsonText.Object(json =>
        {
            json.WriteNumber("daysPerWeek", 2);
            json.WriteBoolean("planRequired", false);
        })),
        // Another agency's table, by its name: without a document of its own an agency gets no figure.
        Routes.Policy(agency.Id, "deduction", WorkDays.FirstDay, JsonText.Object(json =>
            json.WriteString("shipped", "deduction-pertanian-68-2012"))),
        .. agency.HasAppOfItsOwn
            ? (AgencyRequest[])[Routes.Policy(agency.Id, "intake", WorkDays.FirstDay, ArsipJson.Policy)]
            : [],
        .. agency.Fences.Select(fence => Routes.Geofence(
            agency.Id, fence.Id, JsonText.Object(json => WriteFeature(json, agency, fence)))),
    ];

    private static string List<T>(string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write) =>
        JsonText.Object(json =>
        {
            json.WriteStartArray(name);
            foreach (var item in items)
            {
                json.WriteStartObject();
                write(json, item);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });

    private static void Write(Utf8JsonWriter json, SampleAgency agency, SampleUnit unit)
    {
        json.WriteString("id", unit.Id);
        json.WriteString("name", unit.Name);
        json.WriteString("zone", agency.Zone);
        json.WriteString("headId", unit.HeadId);
        json.WriteBoolean("directService", unit.DirectService);
    }

    private static void WritePost(Utf8JsonWriter json, SampleUnit unit)
    {
        json.WriteString("id", unit.PostId);
        json.WriteString("name", unit.DirectService ? "Petugas layanan" : "Analis");
        json.WriteBoolean("flexibleWork", !unit.DirectService);
    }

    private static void Write(Utf8JsonWriter json, SamplePerson person)
    {
        json.WriteString("id", person.Id);
        json.WriteString("unitId", person.UnitId);
        json.WriteString("kind", person.Pppk ? "pppk" : "pns");
        if (person.RaterId is { } rater)
        {
            json.WriteString("raterId", rater);
        }

        if (person.PostId is { } post)
        {
            json.WriteString("postId", post);
        }

        json.WriteBoolean("active", true);
        json.WriteString("startedOn", "2024-01-02");
        if (person.Nip is { } nip)
        {
            json.WriteString("nip", nip);
        }
    }

    private static void WriteFeature(Utf8JsonWriter json, SampleAgency agency, SampleFence fence)
    {
        json.WriteString("type", "Feature");
        json.WriteStartObject("properties");
        json.WriteString("name", fence.Name);
        json.WriteString("kind", fence.Kind);
        json.WriteString("zone", agency.Zone);
        if (fence.Employees.Count > 0)
        {
            json.WritePropertyName("employees");
            JsonSerializer.Serialize(json, fence.Employees);
        }

        json.WriteEndObject();
        json.WriteStartObject("geometry");
        json.WriteString("type", fence.Polygons.Count == 1 ? "Polygon" : "MultiPolygon");
        json.WritePropertyName("coordinates");
        var coordinates = fence.Polygons
            .Select(rings => rings.Select(ring => ring.Select(p => new[] { p.Longitude, p.Latitude })));
        JsonSerializer.Serialize(json, fence.Polygons.Count == 1 ? (object)coordinates.First() : coordinates);
        json.WriteEndObject();
    }
}

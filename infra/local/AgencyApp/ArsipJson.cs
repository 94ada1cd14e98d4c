using System.Globalization;
using System.Text.Json;

namespace Kinerja.AgencyApp;

/// <summary>
/// Check-ins as the app in Bandung has always written them: a wall clock without a zone, the place as one text,
/// its own words and capitals, kilometres, no ids. Kinerja reads it by the agency's <c>intake</c> policy.
/// </summary>
internal static class ArsipJson
{
    internal const string Mapping = "presensi-arsip";

    /// <summary>What the agency tells Kinerja about its app, tried on two bodies of made-up people.</summary>
    internal const string Policy = """
        {"mappings":[{
          "id":"presensi-arsip","makes":"checkIns","records":"/data",
          "fields":[
            {"gives":"id","hashOf":["/pegawai","/jenis","/waktu"]},
            {"gives":"employeeId","from":["/pegawai"],"lowerCase":true},
            {"gives":"kind","from":["/jenis"],"words":{"MASUK":"in","PULANG":"out"}},
            {"gives":"capturedAt","from":["/waktu"],"format":"dd/MM/yyyy HH:mm:ss","zone":"Asia/Jakarta"},
            {"gives":"sentAt","fromBody":["/dikirim"],"format":"dd/MM/yyyy HH:mm:ss","zone":"Asia/Jakarta"},
            {"gives":"position/latitude","from":["/koordinat"],"split":{"by":",","part":0}},
            {"gives":"position/longitude","from":["/koordinat"],"split":{"by":",","part":1}},
            {"gives":"position/accuracyMetres","from":["/akurasi_km"],"unit":"kilometres"},
            {"gives":"provider","from":["/sumber"]},
            {"gives":"mockLocation","from":["/lokasi_palsu"],"words":{"Y":"true","T":"false"}},
            {"gives":"deviceId","from":["/perangkat"]}],
          "samples":[
            {"body":{"aplikasi":"SIMPEG Arsip 3.2","dikirim":"05/01/2026 07:35:00",
               "data":{"pegawai":"P-CONTOH","jenis":"MASUK","waktu":"05/01/2026 07:31:12",
                 "koordinat":"-6.9115,107.61","akurasi_km":0.012,"sumber":"gps","lokasi_palsu":"T",
                 "perangkat":"contoh-1"}},
             "gives":[{"employeeId":"p-contoh","kind":"in","capturedAt":"2026-01-05T07:31:12+07:00",
               "sentAt":"2026-01-05T07:35:00+07:00",
               "position":{"latitude":-6.9115,"longitude":107.61,"accuracyMetres":12},
               "provider":"gps","mockLocation":false,"deviceId":"contoh-1"}]},
            {"body":{"dikirim":"05/01/2026 07:35:00",
               "data":[{"pegawai":"P-CONTOH","jenis":"IZIN","waktu":"05/01/2026","perangkat":"contoh-1"}]},
             "refused":["/data/0/jenis","/data/0/waktu"]}]}]}
        """;

    internal static string One(SampleAgency agency, PlannedCheckIn planned, DateTimeOffset sentAt) =>
        Body(agency, [planned], sentAt, json => Write(json, agency, planned));

    /// <summary>All of one person, whose phone was offline.</summary>
    internal static string Batch(SampleAgency agency, IReadOnlyList<PlannedCheckIn> items, DateTimeOffset sentAt) =>
        Body(agency, items, sentAt, json =>
        {
            json.WriteStartArray();
            foreach (var item in items)
            {
                Write(json, agency, item);
            }

            json.WriteEndArray();
        });

    private static string Body(
        SampleAgency agency, IReadOnlyList<PlannedCheckIn> items, DateTimeOffset sentAt, Action<Utf8JsonWriter> data) =>
        JsonText.Object(json =>
        {
            json.WriteString("aplikasi", "SIMPEG Arsip 3.2");
            json.WriteString("dikirim", Wall(agency, items[^1], sentAt));
            json.WritePropertyName("data");
            data(json);
        });

    private static void Write(Utf8JsonWriter json, SampleAgency agency, PlannedCheckIn planned)
    {
        var (person, phone) = (planned.Person, planned.Person.Phone);
        json.WriteStartObject();
        json.WriteString("pegawai", person.Id.ToUpperInvariant());
        json.WriteString("jenis", planned.Kind == "in" ? "MASUK" : "PULANG");
        json.WriteString("waktu", Wall(agency, planned, planned.CapturedAt));
        if (planned.Fix is { } fix)
        {
            json.WriteString("koordinat", string.Create(
                CultureInfo.InvariantCulture, $"{fix.Point.Latitude},{fix.Point.Longitude}"));
            json.WriteNumber("akurasi_km", fix.AccuracyMetres / 1000m);
            json.WriteString("sumber", fix.Provider);
        }

        if (phone.Android)
        {
            json.WriteString("lokasi_palsu", phone.MocksLocation ? "Y" : "T");
        }

        json.WriteString("perangkat", phone.DeviceId);
        json.WriteEndObject();
    }

    /// <summary>By the phone's clock, right or wrong, and without its zone.</summary>
    private static string Wall(SampleAgency agency, PlannedCheckIn planned, DateTimeOffset time)
    {
        var clock = planned.Person.Phone.HasWrongClockOn(planned.Day) ? CheckInJson.WrongBy : TimeSpan.Zero;
        return (time + clock).ToOffset(agency.Offset)
            .ToString("dd'/'MM'/'yyyy HH':'mm':'ss", CultureInfo.InvariantCulture);
    }
}

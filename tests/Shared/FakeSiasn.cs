using System.Globalization;
using System.Text.Json.Nodes;

namespace Kinerja.Shared;

/// <summary>
/// SIASN as its public clients show it, without a wire: people by NIP, their quarters and months
/// (<c>kinerjaperiodik</c>) and years (<c>skp22</c>). A save with an id replaces that record, one without adds another
/// each time that it comes.
/// </summary>
public sealed class FakeSiasn
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (string Id, string Name)> _people = [];
    private readonly List<(string Method, string Path)> _calls = [];
    private readonly List<JsonObject> _records = [];

    /// <summary>Numbers that are answered with somebody else's, and whose.</summary>
    public Dictionary<string, string> Confused { get; } = [];

    public IReadOnlyList<(string Method, string Path)> Calls
    {
        get
        {
            lock (_lock)
            {
                return [.. _calls];
            }
        }
    }

    public int Saves => Calls.Count(call => call.Method == "POST");

    /// <summary>Adds a person; SIASN's id is <c>pns-</c> with the last four digits.</summary>
    public FakeSiasn With(string nip)
    {
        _people[nip] = ($"pns-{nip[^4..]}", $"Nama {nip[^4..]}");
        return this;
    }

    /// <summary>Such as <c>2-1-2 2026:1-3</c>: result, behaviour, predicate, year and months.</summary>
    public IReadOnlyList<string> RecordsOf(string nip)
    {
        lock (_lock)
        {
            return [.. _records.Where(record => (string?)record["pnsDinilaiId"] == _people[nip].Id).Select(record =>
                $"{record["hasilKinerjaNilai"]}-{record["PerilakuKerjaNilai"] ?? record["perilakuKerjaNilai"]}-"
                + $"{record["KuadranKinerjaNilai"] ?? record["kuadranNilai"]} {record["tahun"]}"
                + (record["bulanMulaiPenilaian"] is { } first ? $":{first}-{record["bulanSelesaiPenilaian"]}" : ""))];
        }
    }

    /// <summary>Puts a record there by another hand.</summary>
    public void Keep(string nip, string path, JsonObject body)
    {
        body[path == "skp22/save" ? "pnsDinilaiOrang" : "pnsDinilaiId"] = _people[nip].Id;
        lock (_lock)
        {
            Save(path, body);
        }
    }

    /// <param name="method">GET or POST.</param>
    /// <param name="path">Below the interface's address, such as <c>pns/rw-skp22/1990…</c>.</param>
    /// <param name="body">Of a save.</param>
    public (int Status, string Json) Answer(string method, string path, string? body)
    {
        lock (_lock)
        {
            _calls.Add((method, path));
            return (method, path.Split('/')) switch
            {
                ("GET", ["pns", "data-utama", var nip]) => Person(Confused.GetValueOrDefault(nip, nip)),
                ("GET", ["pns", "rw-kinerjaperiodik" or "rw-skp22", var nip]) => List(path.Split('/')[1], nip),
                ("POST", ["kinerjaperiodik" or "skp22", "save"]) =>
                    Save(path, JsonNode.Parse(body!)!.AsObject()),
                _ => (404, """{"fault":{"code":404,"message":"No matching resource"}}"""),
            };
        }
    }

    private (int Status, string Json) Person(string nip) => _people.TryGetValue(nip, out var person)
        ? (200, $$"""
            {"code":1,"data":{"id":"{{person.Id}}","nipBaru":"{{nip}}","nama":"{{person.Name}}",
             "jabatanNama":"Analis","unorNama":"Tata Usaha","golRuangAkhirId":"41"} }
            """)
        : NotFound();

    private (int Status, string Json) List(string list, string nip)
    {
        var found = _records.Where(record => (string?)record["list"] == list
            && _people.TryGetValue(nip, out var person) && (string?)record["pnsDinilaiId"] == person.Id).ToList();
        return found.Count == 0
            ? NotFound()
            : (200, new JsonObject
            {
                ["code"] = 1,
                ["data"] = new JsonArray([.. found.Select(record => record.DeepClone())]),
            }.ToJsonString());
    }

    private (int Status, string Json) Save(string path, JsonObject body)
    {
        var yearly = path == "skp22/save";
        var missing = (yearly
                ? ["pnsDinilaiOrang", "penilaiJabatan"]
                : new[]
                {
                    "pnsDinilaiId", "koefisienId", "periodikId", "bulanMulaiPenilaian", "bulanSelesaiPenilaian",
                    "tahunMulaiPenilaian", "tahunSelesaiPenilaian", "penilaiJabatanNama",
                })
            .Concat(
            [
                "tahun", "hasilKinerjaNilai", "perilakuKerjaNilai", "kuadranKinerjaNilai", "penilaiNama",
                "penilaiNipNrp", "penilaiUnorNama", "penilaiGolongan", "statusPenilai",
            ])
            .FirstOrDefault(name => body[name] is null);
        if (missing is not null)
        {
            return (400, $$"""{"code":0,"message":"{{missing}} is required"}""");
        }

        string Text(string name) => body[name]!.ToString();
        var record = new JsonObject
        {
            ["id"] = (string?)body["id"] ?? string.Create(CultureInfo.InvariantCulture, $"rw-{_records.Count + 1}"),
            ["list"] = yearly ? "rw-skp22" : "rw-kinerjaperiodik",
            ["pnsDinilaiId"] = Text(yearly ? "pnsDinilaiOrang" : "pnsDinilaiId"),
            ["tahun"] = Text("tahun"),
            ["hasilKinerjaNilai"] = Text("hasilKinerjaNilai"),
            [yearly ? "PerilakuKerjaNilai" : "perilakuKerjaNilai"] = Text("perilakuKerjaNilai"),
            [yearly ? "KuadranKinerjaNilai" : "kuadranNilai"] = Text("kuadranKinerjaNilai"),
            [yearly ? "nipNrpPenilai" : "penilaiNipNrp"] = Text("penilaiNipNrp"),
        };
        foreach (var name in yearly ? [] : new[] { "bulanMulaiPenilaian", "bulanSelesaiPenilaian", "periodikId" })
        {
            record[name] = Text(name);
        }

        var standing = _records.FindIndex(one => (string?)one["id"] == (string?)record["id"]);
        if (standing < 0)
        {
            _records.Add(record);
        }
        else
        {
            _records[standing] = record;
        }

        return (200, """{"success":true,"message":"Data berhasil disimpan"}""");
    }

    private static (int Status, string Json) NotFound() =>
        (404, """{"code":0,"data":"Data tidak ditemukan","message":"Data tidak ditemukan"}""");
}

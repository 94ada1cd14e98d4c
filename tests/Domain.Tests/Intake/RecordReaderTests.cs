using System.Text.Json;
using Kinerja.Domain.Intake;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Domain.Tests.Intake;

/// <summary>An app's record → ours: values, units, words and ids, and each fault at the app's own member.</summary>
public sealed class RecordReaderTests
{
    private static readonly Instant Now = InstantPattern.ExtendedIso.Parse("2026-01-05T01:00:00Z").Value;

    [Fact]
    public void A_record_gives_every_member_that_a_field_names()
    {
        var sent = new IntakeField(Member("sentAt"), new IntakeSource.FromBody([At("/dikirim")]))
        {
            Clock = AppClock.OfTimes("unixSeconds", null, "").Value,
        };
        var record = Read(Mapping("/data", [.. All.Select(f => f.Member.Name == "sentAt" ? sent : f)]), """
            {"dikirim":1767574799,"data":{"no":1,"seri":"x","kode":" PEG-0001 ","jenis":"MASUK","tgl":"05/01/2026",
             "jam":"07:31:12","titik":"-6.9115 , 107.61","akurasi_km":0.0125,"palsu":0,"baterai":0.856,"lain":{"apa":["saja"]}}}
            """).Items.Single().Value;

        Assert.Equal("/data", record.At);
        Assert.Equal(
            [
                ("employeeId", "peg-0001"), ("kind", "in"), ("capturedAt", "2026-01-05T07:31:12+07:00"),
                ("sentAt", "2026-01-05T00:59:59Z"), ("position/latitude", "-6.9115"), ("position/longitude", "107.61"),
                ("position/accuracyMetres", "12.5000"), ("mockLocation", "false"), ("batteryPercent", "86"),
                ("provider", "fused"),
            ],
            record.Values.Where(v => v.Member.Name != "id").Select(v => (v.Member.Name, v.Text)));
    }

    [Theory]
    [InlineData("""{"data":{}}""", true, "/data")]
    [InlineData("""{"data":[{},{}]}""", false, "/data/0 /data/1")]
    [InlineData("""{"data":[{},7]}""", false, "/data/0 /data/1")]
    public void One_record_and_a_list_of_records_are_read(string body, bool alone, string places)
    {
        var records = Read(Mapping("/data", []), body);

        Assert.Equal(alone, records.StoodAlone);
        Assert.Equal(places, string.Join(' ', records.Items.Select(
            item => item.TryGet(out var record, out var refusal) ? record.At : refusal.Faults.Single().Pointer)));
    }

    [Theory]
    [InlineData("", "[]", "")]
    [InlineData("", "7", "")]
    [InlineData("/data", "{}", "/data")]
    [InlineData("/data", """{"data":null}""", "/data")]
    [InlineData("/data", """{"data":"x"}""", "/data")]
    [InlineData("/data", """{"data":[]}""", "/data")]
    public void A_body_without_records_is_refused_where_they_should_stand(
        string records, string body, string pointer) =>
        Assert.Equal(
            pointer,
            RecordReader.Read(Mapping(records, []), JsonElement.Parse(body), Now).Refusal!.Faults.Single().Pointer);

    [Fact]
    public void A_thousand_records_are_enough()
    {
        var many = $"[{string.Join(',', Enumerable.Repeat("{}", 1001))}]";

        Assert.Equal(
            RefusalKind.TooLarge, RecordReader.Read(Mapping("", []), JsonElement.Parse(many), Now).Refusal!.Kind);
    }

    // The member of the app with another value, and what is then refused or given.
    [Theory]
    [InlineData("jenis", "\"ISTIRAHAT\"", "/jenis", null)]
    [InlineData("jenis", "\"masuk\"", "/jenis", null)]
    [InlineData("jenis", "null", "/jenis", null)]
    [InlineData("jenis", "\" \"", "/jenis", null)]
    [InlineData("jenis", "{}", "/jenis", null)]
    [InlineData("jam", "\"7:31\"", "/tgl", null)]
    [InlineData("jam", "null", "/jam", null)]
    [InlineData("titik", "\"-6.9115\"", "/titik", null)]
    [InlineData("titik", "\"-6,9115;107,61\"", "/titik", null)]
    [InlineData("titik", "\"utara,timur\"", "/titik", null)]
    [InlineData("akurasi_km", "\"0,0125\"", "/akurasi_km", null)]
    [InlineData("akurasi_km", "[0.0125]", "/akurasi_km", null)]
    [InlineData("akurasi_km", "1e300", null, "position/accuracyMetres 1000000000000000")]
    [InlineData("akurasi_km", "-1e300", null, "position/accuracyMetres -1000000000000000")]
    [InlineData("akurasi_km", "1e400", "/akurasi_km", null)]
    [InlineData("baterai", "1e300", "/baterai", null)]
    [InlineData("akurasi_km", "\"0.0125\"", null, "position/accuracyMetres 12.5000")]
    [InlineData("akurasi_km", "1.25e-2", null, "position/accuracyMetres 12.5000")]
    [InlineData("palsu", "2", "/palsu", null)]
    [InlineData("palsu", "null", null, "mockLocation ")]
    [InlineData("palsu", "1", null, "mockLocation true")]
    [InlineData("kode", "null", null, "employeeId ")]
    [InlineData("baterai", "\"penuh\"", "/baterai", null)]
    [InlineData("baterai", "0.855", null, "batteryPercent 86")]
    [InlineData("baterai", "1", null, "batteryPercent 100")]
    public void A_value_is_given_in_our_terms_or_refused_at_the_apps_own_member(
        string member, string value, string? refused, string? given)
    {
        var body = JsonElement.Parse($$"""
            [{"kode":"PEG-0001","jenis":"MASUK","tgl":"05/01/2026","jam":"07:31:12","titik":"-6.9,107.6",
              "akurasi_km":0.0125,"palsu":0,"baterai":0.5,"no":1,"seri":"x","{{member}}":{{value}}}]
            """);
        var item = RecordReader.Read(Mapping("", All), body, Now).Value.Items.Single();

        Assert.Equal(
            refused is null ? [] : [$"/0{refused}"],
            item.Refusal?.Faults.Select(fault => fault.Pointer).Distinct() ?? []);
        if (given?.Split(' ') is [var name, var text])
        {
            Assert.Equal(text, item.Value.Values.FirstOrDefault(v => v.Member.Name == name)?.Text ?? "");
        }
    }

    [Fact]
    public void An_id_depends_on_its_members_and_on_nothing_else()
    {
        string IdOf(string record, string mapping = "presensi") => Read(
            Mapping("", All) with { Id = MappingId.Parse(mapping).Value },
            $$"""{"kode":"a","jenis":"MASUK","tgl":"05/01/2026","jam":"07:31:12",{{record}}}""")
            .Items.Single().Value.Values.Single(v => v.Member.Name == "id").Text;

        var first = IdOf("\"no\":1,\"seri\":\"23\"");
        Assert.Matches("^[0-9a-f]{32}$", first);
        Assert.Equal(first, IdOf("\"seri\":\"23\",\"no\":1,\"lain\":7"));
        Assert.NotEqual(first, IdOf("\"no\":12,\"seri\":\"3\""));
        Assert.NotEqual(first, IdOf("\"no\":1,\"seri\":\"24\""));
        Assert.NotEqual(first, IdOf("\"no\":1,\"seri\":\"23\"", "presensi-lain"));
    }

    [Fact]
    public void Without_one_of_its_members_there_is_no_id()
    {
        var item = Read(Mapping("", All), """
            {"kode":"a","jenis":"MASUK","tgl":"05/01/2026","jam":"07:31:12","no":1}
            """).Items.Single();

        Assert.Equal("/seri", item.Refusal!.Faults.Single().Pointer);
    }

    [Fact]
    public void An_id_is_not_made_of_a_NIP()
    {
        var item = Read(Mapping("", All), """
            {"kode":"a","jenis":"MASUK","tgl":"05/01/2026","jam":"07:31:12","no":1,"seri":"19900913 202524 2 014"}
            """).Items.Single();

        Assert.Equal("/seri", item.Refusal!.Faults.Single().Pointer);
    }

    [Fact]
    public void A_bad_record_spoils_nothing_but_itself()
    {
        var good = """{"kode":"a","jenis":"MASUK","tgl":"05/01/2026","jam":"07:31:12","no":1,"seri":"x"}""";
        var bad = good.Replace("MASUK", "?", StringComparison.Ordinal);

        var items = Read(Mapping("", All), $"[{good},{bad},{good}]").Items;

        Assert.Equal([true, false, true], items.Select(item => item.Refusal is null));
    }

    private static IntakeField[] All =>
    [
        new(Member("id"), new IntakeSource.HashOf([At("/no"), At("/seri")])),
        new(Member("employeeId"), From("/kode")) { LowerCase = true },
        new(Member("kind"), From("/jenis"))
        {
            Words = new Dictionary<string, string> { ["MASUK"] = "in", ["PULANG"] = "out" },
        },
        new(Member("capturedAt"), From("/tgl", "/jam"))
        {
            Clock = AppClock.OfTimes("dd/MM/yyyy HH:mm:ss", Some.Wib, "").Value,
        },
        new(Member("sentAt"), new IntakeSource.Receipt()),
        new(Member("position/latitude"), From("/titik")) { Split = new IntakeSplit(',', 0) },
        new(Member("position/longitude"), From("/titik")) { Split = new IntakeSplit(',', 1) },
        new(Member("position/accuracyMetres"), From("/akurasi_km")) { Unit = IntakeUnit.Kilometres },
        new(Member("mockLocation"), From("/palsu"))
        {
            Words = new Dictionary<string, string> { ["0"] = "false", ["1"] = "true" },
        },
        new(Member("batteryPercent"), From("/baterai")) { Unit = IntakeUnit.Fraction },
        new(Member("provider"), new IntakeSource.Constant("fused")),
    ];

    private static MappedRecords Read(IntakeMapping mapping, string body) =>
        RecordReader.Read(mapping, JsonElement.Parse(body), Now).Value;

    private static IntakeMapping Mapping(string records, IReadOnlyList<IntakeField> fields) =>
        new(MappingId.Parse("presensi").Value, IntakeGoal.CheckIns, At(records), fields);

    private static IntakeMember Member(string name) =>
        IntakeMember.Of(IntakeGoal.CheckIns).Single(member => member.Name == name);

    private static IntakeSource.FromRecord From(params string[] places) => new([.. places.Select(At)]);

    private static AppPointer At(string pointer) => AppPointer.Parse(pointer, "").Value;
}

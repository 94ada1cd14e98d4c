namespace Kinerja.Host.Tests.Refusals;

/// <summary>
/// Bodies that say nothing valid: each is refused with its place, all faults at once, and leaves no trace.
/// </summary>
[Collection(nameof(CloudFixture))]
public sealed class BodyTests(CloudFixture cloud)
{
    private const string Path = "/api/v1/check-ins";

    private static readonly string Deep = new string('[', 70) + new string(']', 70);

    [Fact]
    public Task What_is_no_JSON_object_is_refused() => Refused.WithNothingStoredAsync(cloud, async agency =>
    {
        foreach (var body in
            new[] { "", "hello", "null", "[]", "\"text\"", "7", "// comment\n{}", "{} {}", "{,}", Deep })
        {
            await Refused.PostAsync(agency.Api, Path, body, 400, "invalid-body", "");
        }

        await Refused.SendBytesAsync(
            agency.Api, HttpMethod.Post, Path, [0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d], 400, "invalid-body", [""]);
    });

    [Fact]
    public async Task A_byte_order_mark_before_a_body_is_taken_and_one_elsewhere_is_not()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        byte[] mark = [0xEF, 0xBB, 0xBF];
        var body = System.Text.Encoding.UTF8.GetBytes(agency.CheckIn("with-mark"));
        var fence = System.Text.Encoding.UTF8.GetBytes(
            (await agency.Api.GetAsync($"/api/v1/agencies/{agency.Id}/geofences/kantor")).Json!.ToJsonString());
        var put = await agency.Api.SendContentAsync(
            HttpMethod.Put,
            $"/api/v1/agencies/{agency.Id}/geofences/kantor",
            new ByteArrayContent([.. mark, .. fence]));
        var taken = await agency.Api.SendContentAsync(
            HttpMethod.Post, Path, new ByteArrayContent([.. mark, .. body]));

        Assert.Equal((201, 200), (taken.Status, put.Status));
        byte[][] refused =
            [[.. mark, .. mark, .. body], mark, [.. body, .. mark], [.. mark[..2], .. body], [0xFF, 0xFE, .. body]];
        foreach (var bytes in refused)
        {
            await Refused.SendBytesAsync(agency.Api, HttpMethod.Post, Path, bytes, 400, "invalid-body", [""]);
        }
    }

    [Fact]
    public async Task A_time_is_read_as_RFC_3339_writes_it()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        (string Captured, int Status)[] cases =
        [
            ("2026-01-05t07:30:00.123456789012+09:00", 201), ("2026-01-04T22:30:00z", 201),
            ("2026-01-05T07:30:00,5+09:00", 400), ("2026-01-05T24:00:00+09:00", 400),
            ("2026-01-04T22:30:00-00:00", 400), ("2026-01-05T07:30:60+09:00", 400),
        ];
        foreach (var (i, (captured, status)) in cases.Index())
        {
            var answer = await agency.Api.PostAsync(Path, agency.CheckIn($"rfc-3339-{i}", captured: captured));

            Assert.True(answer.Status == status, $"{captured}: {answer.Status} {answer.Json}");
            Assert.Equal(status == 400 ? ["/capturedAt"] : [], answer.Pointers);
        }
    }

    [Fact]
    public Task A_truncated_body_is_refused_wherever_it_ends() => Refused.WithNothingStoredAsync(cloud, async agency =>
    {
        var whole = agency.CheckIn("cut-short").TrimEnd();
        for (var length = 1; length < whole.Length; length += 37)
        {
            var answer = await agency.Api.PostAsync(Path, whole[..length]);
            Refused.Check(answer, Path, 400, "invalid-body");
        }
    });

    [Fact]
    public Task Unknown_repeated_and_mistyped_members_are_named() =>
        Refused.WithNothingStoredAsync(cloud, async agency =>
    {
        await RefuseAsync("\"kind\":\"in\"", "\"kind\":\"in\",\"nik\":\"1\"", "/nik");
        await RefuseAsync("\"latitude\"", "\"speed\":1,\"latitude\"", "/position/speed");
        await RefuseAsync("\"kind\":\"in\"", "\"kind\":\"in\",\"a.b/c~d'e\":1", "/a.b~1c~0d'e");
        await RefuseAsync("\"kind\":\"in\"", "\"kind\":\"in\",\"kind\":\"out\"", "/kind");
        await RefuseAsync("\"latitude\"", "\"latitude\":1,\"latitude\"", "/position/latitude");
        await RefuseAsync("\"kind\":\"in\"", "\"Kind\":\"in\"", "/Kind", "/kind");
        await RefuseAsync(
            "\"kind\":\"in\"", "\"lat\":1,\"lon\":2,\"mockLocation\":3", "/lat", "/lon", "/mockLocation", "/kind");
        await RefuseAsync("\"kind\":\"in\"", "\"kind\":1", "/kind");
        await RefuseAsync("\"kind\":\"in\"", "\"kind\":\"in\",\"mockLocation\":\"no\"", "/mockLocation");
        await RefuseAsync("\"kind\":\"in\"", "\"kind\":\"in\",\"provider\":\"\\ud800\"", "/provider");

        Task RefuseAsync(string old, string replacement, params string[] pointers) => Refused.PostAsync(
            agency.Api,
            Path,
            agency.CheckIn("members-1").Replace(old, replacement, StringComparison.Ordinal),
            400,
            "invalid-body",
            pointers);
    });

    [Theory]
    [InlineData("\\u0000")]
    [InlineData("\\u202e")]
    public Task Bug_texts_with_control_characters_or_marks_of_direction_are_refused(string letter) =>
        Refused.WithNothingStoredAsync(cloud, async agency =>
        {
            await Refused.PutAsync(
                agency.Api, $"/api/v1/agencies/{agency.Id}", $$"""{"name":"Conto{{letter}}h","zone":"Asia/Jakarta"}""",
                400, "invalid-field", "/name");
            await Refused.PutAsync(
                agency.Api,
                $"/api/v1/agencies/{agency.Id}/geofences/lapangan",
                $$$"""
                {"type":"Feature","properties":{"name":"Lapa{{{letter}}}ngan","kind":"office","zone":"Asia/Jakarta"},
                 "geometry":{"type":"Polygon",
                  "coordinates":[[[107.6,-6.9],[107.7,-6.9],[107.7,-6.8],[107.6,-6.8],[107.6,-6.9]]]}}
                """,
                400,
                "invalid-geofence",
                "/properties/name");
        });

    [Theory]
    [InlineData("id", true)]
    [InlineData("ID-id, en;q=0.5", true)]
    [InlineData("en;q=0.1, id", true)]
    [InlineData("id;q=0.1, en", false)]
    [InlineData("id;q=0", false)]
    [InlineData("ido", false)]
    [InlineData("*", false)]
    public async Task Bug_the_language_of_a_problem_is_the_best_that_is_taken_at_all(string languages, bool indonesian)
    {
        var answer = await cloud.ApiOf("bahasa").SendAsync(
            HttpMethod.Get, "/api/v1/agencies/bahasa/runs/2026-Q1", null, ("Accept-Language", languages));
        Assert.Equal(
            indonesian ? "Evaluasi periode ini belum ada" : "No such evaluation run", (string?)answer.Json!["title"]);
    }

    [Fact]
    public Task Numbers_that_are_none_are_refused() => Refused.WithNothingStoredAsync(cloud, async agency =>
    {
        foreach (var token in
            new[] { "NaN", "Infinity", "-Infinity", "\"NaN\"", "\"-2.5\"", "0x1", "1.", "true", "+1", "01" })
        {
            var body = agency.CheckIn(
                "numbers-1", position: $$"""{"latitude":{{token}},"longitude":1,"accuracyMetres":1}""");
            var answer = await agency.Api.PostAsync(Path, body);
            Refused.Check(answer, Path, 400, "invalid-body");
            Assert.Equal("/position/latitude", Assert.Single(answer.Pointers));
        }
    });

    [Fact]
    public Task Positions_out_of_range_are_refused_with_every_fault() =>
        Refused.WithNothingStoredAsync(cloud, async agency =>
    {
        await RefuseAsync("1e999", "1", "1", "latitude");
        await RefuseAsync("90.0001", "-180.0001", "-0.1", "latitude", "longitude", "accuracyMetres");
        await RefuseAsync("-91", "181", "1e999", "latitude", "longitude", "accuracyMetres");
        await RefuseAsync("null", "1", "null", "latitude", "accuracyMetres");

        Task RefuseAsync(string latitude, string longitude, string accuracy, params string[] members) =>
            Refused.PostAsync(
            agency.Api,
            Path,
            agency.CheckIn(
                "range-01",
                position: $$"""{"latitude":{{latitude}},"longitude":{{longitude}},"accuracyMetres":{{accuracy}}}"""),
            400,
            "invalid-field",
            [.. members.Select(m => $"/position/{m}")]);
    });

    [Fact]
    public Task Times_without_zone_or_beyond_all_instants_are_refused() =>
        Refused.WithNothingStoredAsync(cloud, async agency =>
    {
        string[] times =
        [
            "2026-01-05T07:30:00", "2026-01-05", "2026-01-05T07:30:00+7", "2026-02-30T07:30:00Z",
            "2026-01-05T24:30:00Z", "",
            "2026-01-05 07:30:00+07:00", "9999-12-31T23:59:59-12:00", "+12026-01-05T07:30:00Z", "1767573000",
        ];
        foreach (var time in times)
        {
            await Refused.PostAsync(
                agency.Api, Path, agency.CheckIn("times-01", captured: time), 400, "invalid-field", "/capturedAt");
        }
    });

    [Fact]
    public Task Every_missing_or_invalid_field_is_named_at_once() =>
        Refused.WithNothingStoredAsync(cloud, async agency =>
    {
        string[] required = ["/id", "/agencyId", "/employeeId", "/kind", "/capturedAt"];
        const string Wrong = """
            {"id":"short","agencyId":"A","employeeId":"199009132025242014","kind":"IN","capturedAt":"x","sentAt":"y",
             "position":{},"provider":" ","deviceId":""}
            """;

        await Refused.PostAsync(agency.Api, Path, "{}", 400, "invalid-field", required);
        await Refused.PostAsync(
            agency.Api, Path, Wrong, 400, "invalid-field",
            [
                .. required,
                "/sentAt",
                "/position/latitude",
                "/position/longitude",
                "/position/accuracyMetres",
                "/provider",
                "/deviceId"
            ]);
    });
}

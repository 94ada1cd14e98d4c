namespace Kinerja.Host.Tests;

/// <summary>An agency of four people with one office, registered through the API.</summary>
public sealed class SmallAgency
{
    public const string InTheOffice = """{"latitude":-2.5350,"longitude":140.7150,"accuracyMetres":10}""";

    private static int _count;

    private SmallAgency(string id, Api api)
    {
        Id = id;
        Api = api;
    }

    public string Id { get; }

    public Api Api { get; }

    public static async Task<SmallAgency> RegisterAsync(CloudFixture cloud, string zone = "Asia/Jayapura")
    {
        var id = $"contoh-{Interlocked.Increment(ref _count)}";
        var agency = new SmallAgency(id, cloud.ApiOf(id));
        await agency.PutAsync("", $$"""{"name":"Contoh","zone":"{{zone}}","beganOn":"2026-01-01"}""");
        await agency.PutAsync("/units", $$"""
            {"units":[{"id":"tu","name":"Tata Usaha","zone":"{{zone}}","headId":"head-1"} ]}
            """);
        await agency.PutAsync("/employees", """
            {"employees":[
              {"id":"head-1","unitId":"tu","kind":"pns","raterId":"chief"},
              {"id":"chief","unitId":"tu","kind":"pns"},
              {"id":"ani-1","unitId":"tu","kind":"pppk","raterId":"head-1","nip":"19900913 202524 2 014"},
              {"id":"budi","unitId":"tu","kind":"pns","raterId":"head-1"}]}
            """);
        await agency.PutAsync("/geofences/kantor", $$$"""
            {"type":"Feature","properties":{"name":"Kantor","kind":"office","zone":"{{{zone}}}"},
             "geometry":{"type":"Polygon","coordinates":[
               [[140.714,-2.536],[140.716,-2.536],[140.716,-2.534],[140.714,-2.534],[140.714,-2.536]],
               [[140.7142,-2.5358],[140.7142,-2.5354],[140.7146,-2.5354],[140.7146,-2.5358],[140.7142,-2.5358]]]}}
            """);
        return agency;
    }

    public string CheckIn(
        string id,
        string employee = "ani-1",
        string captured = "2026-01-05T07:30:00+09:00",
        string? position = InTheOffice,
        string kind = "in") =>
        $$"""
        {"id":"{{id}}","agencyId":"{{Id}}","employeeId":"{{employee}}","kind":"{{kind}}",
         "capturedAt":"{{captured}}","sentAt":"2026-01-05T10:00:00+09:00","position":{{position ?? "null"}}}
        """;

    public Task<Answer> RateAsync(
        string employee, string rater, string result, string behaviour, decimal skp, decimal score) =>
        Api.PutAsync($"/api/v1/agencies/{Id}/ratings/2026-Q1/{employee}", FormattableString.Invariant(
            $$"""{"raterId":"{{rater}}","result":"{{result}}","behaviour":"{{behaviour}}","skpScore":{{skp}},"behaviourScore":{{score}}}"""));

    private async Task PutAsync(string path, string json)
    {
        var answer = await Api.PutAsync($"/api/v1/agencies/{Id}{path}", json);
        Assert.True(answer.Status == 200, $"{path}: {answer.Status} {answer.Json}");
    }
}

using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Kinerja.Local.Cloud;

namespace Kinerja.Benchmarks.CheckIns;

/// <summary>An agency of 500 people and ten offices, registered through the API as any agency is.</summary>
internal sealed class RegisteredAgency
{
    public const int People = 500;
    private const int Offices = 10;
    private const string Id = "contoh-beban";

    private static readonly HttpClient Http = new();

    private RegisteredAgency(string token) => Token = token;

    public string Token { get; }

    public static async Task<RegisteredAgency> RegisterAsync(LocalCloud cloud)
    {
        var agency = new RegisteredAgency(cloud.Issuer.TokenFor(Id));
        await using var app = await FunctionApp.StartAsync(cloud.OptionsFor(), CancellationToken.None);
        var people = Enumerable.Range(0, People).Select(
            i => $$"""{"id":"{{PersonId(i)}}","unitId":"tu","kind":"pns"}""");
        await agency.SendAsync(
            HttpMethod.Put, app.Address, "", """{"name":"Contoh","zone":"Asia/Jakarta","beganOn":"2026-01-01"}""");
        await agency.SendAsync(
            HttpMethod.Put, app.Address, "/units",
            """{"units":[{"id":"tu","name":"Tata Usaha","zone":"Asia/Jakarta"}]}""");
        await agency.SendAsync(
            HttpMethod.Put, app.Address, "/employees", $$"""{"employees":[{{string.Join(',', people)}}]}""");
        for (var i = 0; i < Offices; i++)
        {
            await agency.SendAsync(HttpMethod.Put, app.Address, $"/geofences/kantor-{i}", Office(107.61 + (i * 0.01)));
        }

        return agency;
    }

    public static string PersonId(int number) => $"asn-{number.ToString("D6", CultureInfo.InvariantCulture)}";

    /// <summary>A check-in of this moment inside the first office; {id}, {person} and {tick} (of the
    /// second, 100 ns, so that no two are one fact) stand where the load puts its own.</summary>
    public static string Template()
    {
        var now = DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(7));
        var (captured, sent) =
            (now.AddSeconds(-2).ToString("yyyy-MM-ddTHH:mm:ss.{'tick'}zzz", CultureInfo.InvariantCulture),
            now.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));
        return $$$"""
            {"id":"{id}","agencyId":"{{{Id}}}","employeeId":"{person}","kind":"in",
             "capturedAt":"{{{captured}}}","sentAt":"{{{sent}}}",
             "position":{"latitude":-6.9021734,"longitude":107.6104321,"accuracyMetres":12.5},
             "mockLocation":false,"provider":"fused","deviceId":"contoh-0001"}
            """;
    }

    /// <summary>One check-in, which must be stored as a new one.</summary>
    public Task CheckInAsync(Uri address)
    {
        var body = Template().Replace("{id}", Guid.NewGuid().ToString("N"), StringComparison.Ordinal)
            .Replace("{person}", PersonId(0), StringComparison.Ordinal)
            .Replace("{tick}", "0000000", StringComparison.Ordinal);
        return SendAsync(HttpMethod.Post, new Uri(address, "/api/v1/check-ins"), body);
    }

    private Task SendAsync(HttpMethod method, Uri address, string path, string json) =>
        SendAsync(method, new Uri(address, $"/api/v1/agencies/{Id}{path}"), json);

    private async Task SendAsync(HttpMethod method, Uri address, string json)
    {
        using var request = new HttpRequestMessage(method, address);
        request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        using var response = await Http.SendAsync(request);
        if (!response.IsSuccessStatusCode)
        {
            throw new InvalidOperationException(
                $"{address}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        }
    }

    /// <summary>About 100 m by 100 m near Bandung; illustrative.</summary>
    private static string Office(double longitude) => string.Create(CultureInfo.InvariantCulture, $$$"""
        {"type":"Feature","properties":{"name":"Kantor","kind":"office","zone":"Asia/Jakarta"},
         "geometry":{"type":"Polygon","coordinates":[[[{{{longitude}}},-6.9026],[{{{longitude + 0.0009}}},-6.9026],
           [{{{longitude + 0.0009}}},-6.9017],[{{{longitude}}},-6.9017],[{{{longitude}}},-6.9026]]]}}
        """);
}

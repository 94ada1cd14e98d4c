using Azure;
using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Microsoft.Extensions.DependencyInjection;

namespace Kinerja.Host.Tests.Refusals;

/// <summary>Paths and methods that are none, and what a fault of our own tells: nothing.</summary>
[Collection(nameof(CloudFixture))]
public sealed class RouteTests(CloudFixture cloud)
{
    [Fact]
    public async Task A_path_or_method_that_is_none_is_a_problem_under_v1()
    {
        var api = cloud.ApiOf("contoh-1");

        await Refused.GetAsync(api, "/api/v1/nothing", 404, "route-not-found");
        await Refused.GetAsync(api, "/api/v1/check-ins", 404, "route-not-found");
        await Refused.GetAsync(api, "/api/v1/check-ins/batch/more", 404, "route-not-found");
        await Refused.PostAsync(api, "/api/v1/agencies/contoh-1", "{}", 404, "route-not-found");
        foreach (var method in new[]
        {
            HttpMethod.Patch,
            HttpMethod.Put,
            HttpMethod.Delete,
            HttpMethod.Options,
            HttpMethod.Trace
        })
        {
            await Refused.SendAsync(api, method, "/api/v1/check-ins", (string?)null, 404, "route-not-found", []);
        }

        Refused.Check(await cloud.ApiWith(null).GetAsync("/api/v1/nothing"), "/api/v1/nothing", 401, "unauthenticated");
    }

    [Fact]
    public async Task Outside_v1_a_wrong_path_or_method_is_a_bare_404()
    {
        var api = cloud.ApiWith(null);

        Assert.Equal(404, (await api.GetAsync("/api/nothing")).Status);
        Assert.Equal(404, (await api.PostAsync("/api/health", "{}")).Status);
        Assert.Equal(404, (await api.SendAsync(HttpMethod.Head, "/api/health", null)).Status);
        Assert.Equal(404, (await api.GetAsync("/index.html")).Status);
    }

    [Fact]
    public async Task A_trailing_slash_is_the_same_path_and_HEAD_is_no_operation()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);

        var slash = await agency.Api.GetAsync($"/api/v1/agencies/{agency.Id}/geofences/kantor/");
        var head = await agency.Api.SendAsync(HttpMethod.Head, $"/api/v1/agencies/{agency.Id}/geofences/kantor", null);

        Assert.Equal((200, 404), (slash.Status, head.Status));
    }

    [Fact]
    public async Task A_fault_of_ours_is_a_problem_that_tells_nothing()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var units = cloud.Services.GetRequiredService<TableServiceClient>().GetTableClient(TableNames.Units);
        await units.DeleteEntityAsync(agency.Id, "tu", ETag.All, CancellationToken.None);
        var rows = await StoredRows.OfAsync(cloud, agency.Id);

        await Refused.PostAsync(agency.Api, "/api/v1/check-ins", agency.CheckIn("our-fault"), 500, "unexpected");
        var answer = await agency.Api.PostAsync("/api/v1/check-ins", agency.CheckIn("our-fault"));

        Assert.Equal("The request may be sent again.", (string?)answer.Json!["detail"]);
        Assert.Equal(rows, await StoredRows.OfAsync(cloud, agency.Id));
    }
}

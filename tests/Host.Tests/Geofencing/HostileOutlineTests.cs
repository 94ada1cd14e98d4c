using Kinerja.Application.Geofencing;
using Kinerja.Domain;
using Kinerja.Host.Tests.Refusals;
using Microsoft.Extensions.DependencyInjection;

namespace Kinerja.Host.Tests.Geofencing;

/// <summary>Outlines drawn to keep a processor busy, over HTTP; and another agency that checks in meanwhile.</summary>
[Collection(nameof(CloudFixture))]
public sealed class HostileOutlineTests(CloudFixture cloud)
{
    /// <summary>As few as make them; the tests of Domain and Application draw them up to the largest.</summary>
    private const int Corners = 400;

    /// <summary>Legal, and more work than a request does beside others.</summary>
    private const int CornersOfDear = 6_000;

    private const string Square =
        "[[[[140.72,-2.54],[140.721,-2.54],[140.721,-2.539],[140.72,-2.539],[140.72,-2.54]]]]";

    [Fact]
    public async Task A_hostile_outline_is_answered_alike_by_PUT_import_and_trial_and_stored_only_when_good()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var root = $"/api/v1/agencies/{agency.Id}/geofences";
        foreach (var (number, family) in HostileOutlines.Families.Keys.Index())
        {
            var (id, coordinates) = ($"sasaran-{number}", HostileOutlines.Families[family](Corners));
            var feature = HostileOutlines.Feature(coordinates, id);
            var trial = await agency.Api.PostAsync($"{root}/{id}/test", Trial(feature));
            var put = await agency.Api.PutAsync($"{root}/{id}", feature);
            var import = await agency.Api.PostAsync(
                root + "/import", Collection(HostileOutlines.Feature(coordinates, id + "-lagi")));
            var item = Assert.Single(import.Json!["items"]!.AsArray())!;

            Assert.True(put.Status is 200 or 400, $"{family}: {put.Status}");
            Assert.Equal(
                (put.Status, put.Status), (trial.Status, (int)item["status"]! == 201 ? 200 : (int)item["status"]!));
            Assert.Equal(put.Status == 400 ? "urn:kinerja:problem:invalid-geofence" : null, trial.ProblemType);
            Assert.Equal(put.Status == 200 ? 200 : 404, (await agency.Api.GetAsync($"{root}/{id}-lagi")).Status);

            // The next trial need not lay out this one again.
            await agency.Api.SendAsync(HttpMethod.Delete, $"{root}/{id}", null);
            await agency.Api.SendAsync(HttpMethod.Delete, $"{root}/{id}-lagi", null);
        }
    }

    [Fact]
    public async Task Bug_nested_squares_of_who_may_read_presence_only_are_refused_before_the_work()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var reader = cloud.ApiWith(cloud.Cloud.Issuer.TokenFor(agency.Id, ["presence.read"]));
        foreach (var squares in new[] { 2_500, 5_000, 19_900 })
        {
            var feature = HostileOutlines.Feature(HostileOutlines.Families["nested squares"](5 * squares));
            await Refused.PostAsync(
                reader, $"/api/v1/agencies/{agency.Id}/geofences/x/test", Trial(feature), 400, "invalid-geofence",
                "/feature/geometry");
        }
    }

    [Fact]
    public async Task With_the_line_for_dear_work_full_check_ins_and_small_fences_pass_and_large_ones_come_again()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var fence = $"/api/v1/agencies/{agency.Id}/geofences/aula";
        var comb = HostileOutlines.Families["comb upright"](CornersOfDear);
        var dear = HostileOutlines.Feature(comb);
        using var release = new ManualResetEventSlim();
        var held = Fill(cloud.Services.GetRequiredService<ExpensiveWorkLane>(), release);
        try
        {
            Assert.Equal(201, (await agency.Api.PostAsync("/api/v1/check-ins", agency.CheckIn("checkin-0001"))).Status);
            Assert.Equal(200, (await agency.Api.PutAsync(fence, HostileOutlines.Feature(Square))).Status);
            Assert.Equal(
                200, (await agency.Api.PostAsync(fence + "/test", Trial(HostileOutlines.Feature(Square)))).Status);

            var put = await agency.Api.PutAsync(fence, dear);
            Refused.Check(put, fence, 503, "busy");
            Assert.Equal(TimeSpan.FromSeconds(10), put.Headers.RetryAfter!.Delta);
            await Refused.PostAsync(agency.Api, fence + "/test", Trial(dear), 503, "busy");
            var items = (await agency.Api.PostAsync(
                $"/api/v1/agencies/{agency.Id}/geofences/import",
                Collection(HostileOutlines.Feature(comb, "aula")))).Json!["items"]!;
            Assert.Equal(
                (503, "urn:kinerja:problem:busy"), ((int)items[0]!["status"]!, (string?)items[0]!["problem"]!["type"]));
        }
        finally
        {
            release.Set();
            await Task.WhenAll(held);
        }

        Assert.Equal(200, (await agency.Api.PutAsync(fence, dear)).Status);
    }

    /// <summary>Takes every place and the whole line, for agencies that nobody has registered.</summary>
    private static List<Task> Fill(ExpensiveWorkLane lane, ManualResetEventSlim release)
    {
        var held = new List<Task>();
        for (var i = 0; ; i++)
        {
            var work = lane.RunAsync<int>(
                AgencyId.Parse($"penuh-{i}").Value,
                stop =>
                {
                    release.Wait(stop);
                    return 1;
                },
                CancellationToken.None);
            if (work.IsCompleted)
            {
                // Sent away: it is full.
                return held;
            }

            held.Add(work);
        }
    }

    private static string Collection(string feature) => $$"""{"type":"FeatureCollection","features":[{{feature}}]}""";

    private static string Trial(string feature) =>
        $$"""{"feature":{{feature}},"from":"2026-01-05","to":"2026-01-06"}""";
}

using Kinerja.Application;
using Kinerja.Application.Policies;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Queues;
using Kinerja.Application.Runs;
using Kinerja.Application.Surveys;
using Kinerja.Domain;
using Kinerja.Local.Cloud;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Kinerja.Host.Tests;

/// <summary>
/// A second function app on the same cloud whose clock stands later, or on the same Monday: it works off the steps of
/// runs and of closed days, which the fixture's own leaves alone.
/// </summary>
public sealed class LaterApp : IAsyncDisposable
{
    private readonly CloudFixture _cloud;
    private readonly TempFolder _folder;
    private readonly FunctionApp _app;

    private LaterApp(CloudFixture cloud, TempFolder folder, FunctionApp app)
    {
        _cloud = cloud;
        _folder = folder;
        _app = app;
    }

    /// <param name="cloud">Shared with the fixture's app.</param>
    /// <param name="at">Where its clock stands.</param>
    /// <param name="shipped">The policies of another release than this code's.</param>
    public static async Task<LaterApp> OpenAsync(CloudFixture cloud, DateTimeOffset at, ShippedPolicies? shipped = null)
    {
        var folder = new TempFolder();
        var options = cloud.Cloud.OptionsFor(new ReplayClock(at)) with
        {
            StateFolder = folder.Path,
            Settings = CloudFixture.WithoutTimers,
        };
        return new LaterApp(cloud, folder, await FunctionApp.StartAsync(
            options, CancellationToken.None, services => services.AddSingleton(shipped ?? ShippedFiles.Policies)));
    }

    public Api ApiOf(string agency) => new(_app.Address, _cloud.Cloud.Issuer.TokenFor(agency));

    /// <summary>With a token that names its person.</summary>
    public Api ApiOf(string agency, string person, params string[] scopes) =>
        new(_app.Address, _cloud.Cloud.Issuer.TokenFor(agency, scopes, person: person));

    /// <summary>What the quarter's timer does at its end, for every agency, and comes back when that is done.</summary>
    public Task FinaliseAsync() =>
        _app.Services.GetRequiredService<FinaliseRuns>().FinaliseDueAsync(CancellationToken.None);

    /// <summary>
    /// What the day's queue does for a small agency, without the timer, which goes through all agencies.
    /// </summary>
    public async Task CloseMonthAsync(string agency, YearMonth month)
    {
        var now = Instant.FromDateTimeOffset(_app.Services.GetRequiredService<TimeProvider>().GetUtcNow());
        var (id, close) = (AgencyId.Parse(agency).Value, _app.Services.GetRequiredService<CloseBucket>());
        var buckets = await _app.Services.GetRequiredService<IDayCloses>().PlanBucketsAsync(
            id, month, CancellationToken.None);
        foreach (var bucket in Enumerable.Range(0, buckets))
        {
            await close.ExecuteAsync(new CloseStep(id, month, bucket, now), CancellationToken.None);
        }
    }

    /// <summary>
    /// Looks for signals and for terms that are over in one agency, and comes back when that is done.
    /// </summary>
    public Task SweepAsync(string agency) => CloudFixture.SweepAsync(_app.Services, agency);

    /// <summary>What the timer does that writes down how the platform is, and comes back when that is done.</summary>
    public Task SampleAsync() =>
        _app.Services.GetRequiredService<SampleOperations>().ExecuteAsync(CancellationToken.None);

    /// <summary>
    /// What timer and queue do until a questionnaire of the nation is counted: queue, count, look whether all is.
    /// </summary>
    public async Task CountSurveyAsync(string survey)
    {
        var surveys = _app.Services.GetRequiredService<ISurveys>();
        for (var tries = 0; tries < 200; tries++)
        {
            await FireTimerAsync("SurveyTimer");
            await Task.Delay(250);
            var known = await surveys.FindAsync(
                DocumentOwner.Nation, SurveyId.Parse(survey).Value, CancellationToken.None);
            if (known!.Value.IsCounted(known.Value.ClosingIn(DateTimeZoneProviders.Tzdb["Asia/Jakarta"])))
            {
                return;
            }
        }

        Assert.Fail($"{survey} was not counted.");
    }

    public Task FireTimerAsync(string function) => _app.StartByHandAsync(function);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _folder.Dispose();
    }
}

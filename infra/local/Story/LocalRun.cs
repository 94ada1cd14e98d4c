using System.Diagnostics;
using Kinerja.AgencyApp;
using Kinerja.Local.Cloud;
using Kinerja.Local.Ministry;
using Kinerja.Local.Processes;
using Spectre.Console;

namespace Kinerja.Local.Story;

/// <summary>
/// The main command: brings the local cloud up, tells the quarter's story, and stays up unless told otherwise.
/// </summary>
internal sealed class LocalRun(IAnsiConsole console, RunOptions options)
{
    private const int AppPort = 7071;
    private const int IssuerPort = 7072;
    private const int PhonePort = 7073;
    private const int ClockPort = 7074;

    /// <summary>Before the first check-in of the year, in every zone of the country.</summary>
    private static readonly DateTimeOffset Start = new(2025, 12, 31, 9, 0, 0, TimeSpan.FromHours(7));

    internal async Task RunAsync(CancellationToken cancel)
    {
        console.Write(new Rule("[bold]Kinerja[/] · presence and performance, on one machine").LeftJustified());
        await NodePackages.EnsureAsync(line => console.MarkupLineInterpolated($"[grey]{line}[/]"), cancel);

        console.MarkupLine("[grey]Starting tables and queues, the bus, the token issuer and the function app[/]");
        var state = StoryState.Load(options.Folder, Start);
        var clockFile = Path.Combine(options.Folder, "clock");
        using var shared = new ClockFile(clockFile);
        var clock = new ReplayClock(state.Clock, shared);
        await using var cloud = await LocalCloud.StartAsync(
            options.Folder, FreePort.OrAny(IssuerPort), lockSeconds: null, cancel);
        cloud.Issuer.PeopleAreToCome = true;
        await using var app = await FunctionProcess.StartAsync(
            cloud.OptionsFor(port: options.Port ?? FreePort.OrAny(AppPort)) with { ClockFile = clockFile }, cancel);
        await using var ministry = new RankingSubscriber(
            cloud.Bus.ConnectionString,
            Path.Combine(options.Folder, "ministry"),
            new Uri(app.Address, "/api/v1/receipt-keys"));
        await ministry.StartAsync(cancel);
        console.MarkupLineInterpolated(
            $"Function app [blue]{app.Address}[/] · token issuer {cloud.Issuer.Address}\nTables {cloud.Tables.Endpoint} · bus localhost:{cloud.Bus.Port}");

        using var http = new HttpClient { BaseAddress = app.Address };
        var client = new AgencyAppClient(http, (agency, _) => Task.FromResult(cloud.Issuer.TokenFor(agency)));
        var office = new OfficeClient(http, agency => cloud.Issuer.TokenFor(agency));
        var presence = new PresenceChapter(console, app, office);
        var surveys = new SurveyChapter(office, clock);
        var next = new NextRevision(ministry);
        var objection = new ObjectionChapter(console, office, clock, ministry, next);
        var late = new LateRatingChapter(console, office, clock, next);
        var ordinary = new OrdinaryLifeChapter(console, office, clock);
        var story = new QuarterStory(
            console, client, app, clock, ministry, surveys, presence, objection, late, ordinary, options);
        var started = Stopwatch.GetTimestamp();
        var quarter = SampleQuarter.Create();
        if (state.Objector is { } known)
        {
            cloud.Issuer.People = SignInChoices.Of(quarter, known);
        }

        var objector = await story.TellAsync(quarter, state, cancel);
        cloud.Issuer.People = SignInChoices.Of(quarter, objector);
        using var passing = new PassingDays(app.StartByHandAsync, clock);
        var later = new LaterDays(office, passing, clock, quarter);
        if (options.Later > 0)
        {
            await new LaterChapter(console, later).TellAsync(options.Later, cancel);
            SaveClock(clock);
        }

        clock.Flow();
        console.MarkupLineInterpolated($"\n[grey]Told in {Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s.[/]");

        if (options.Once)
        {
            console.WriteLine("Without --once everything stays up, with pages and commands to try.");
            return;
        }

        await using var phone = await PhoneServer.StartAsync(
            app.Address, agency => cloud.Issuer.TokenFor(agency), clock, FreePort.OrAny(PhonePort), cancel);
        await using var hands = await ClockServer.StartAsync(
            clock, PassingDays.Most, MoveAsync, FreePort.OrAny(ClockPort), cancel);
        new PageLinks(console, app.Address).Print();
        new NextSteps(
            console, app.Address, cloud.Issuer.Address, cloud.Bus.ConnectionString, hands.Address,
            Path.GetRelativePath(RepositoryFolder.Root, options.Folder))
            .Print(objector, phone.Address);
        console.MarkupLine("\nUp until Ctrl+C.");
        try
        {
            await Task.Delay(Timeout.Infinite, cancel);
        }
        finally
        {
            SaveClock(clock);
        }

        async Task<string> MoveAsync(int days, CancellationToken moving)
        {
            var words = await LaterChapter.WordsAsync(later, days, moving);
            SaveClock(clock);
            return words;
        }
    }

    /// <summary>A later start goes on from there: a clock that jumped back would call honest phones wrong.</summary>
    private void SaveClock(ReplayClock clock) =>
        (StoryState.Load(options.Folder, Start) with { Clock = clock.GetUtcNow() }).Save(options.Folder);
}

using Kinerja.AgencyApp;
using Kinerja.Local.Cloud;
using Kinerja.Local.Ministry;
using Spectre.Console;

namespace Kinerja.Local.Story;

/// <summary>
/// One quarter, start to end: two agencies register, their apps post every working day, the timer starts the evaluation
/// after the days of grace, another ministry receives, verifies and shows the rankings, an objection has one
/// replaced, a late rating the other, and an ordinary week follows in an agency that has just begun.
/// </summary>
internal sealed class QuarterStory(
    IAnsiConsole console,
    AgencyAppClient client,
    FunctionProcess app,
    ReplayClock clock,
    RankingSubscriber ministry,
    SurveyChapter surveys,
    PresenceChapter presence,
    ObjectionChapter objection,
    LateRatingChapter late,
    OrdinaryLifeChapter ordinary,
    RunOptions options)
{
    internal const string Period = "2026-Q1";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Seven days after the quarter's end the days of grace are over in every zone.</summary>
    private static readonly DateTimeOffset TimerAt = new(2026, 4, 8, 9, 5, 0, TimeSpan.FromHours(7));

    /// <summary>Gives the person who objected.</summary>
    internal async Task<string> TellAsync(SampleQuarter quarter, StoryState state, CancellationToken cancel)
    {
        state = await SetUpAsync(quarter, state, cancel);
        await ReplayAsync(quarter, state, cancel);
        if (state.Objector is { } told)
        {
            console.MarkupLine("[grey]The rest was told by an earlier start; days may have passed since.[/]");
            await ShowRankingsAsync(Newest(), cancel);
            return told;
        }

        await surveys.TellAsync(quarter, cancel);
        await presence.TellAsync(quarter, cancel);
        await EvaluateAsync(quarter, cancel);
        await ShowRankingsAsync(First(), cancel);
        var objector = await objection.TellAsync(quarter, cancel);
        await late.TellAsync(quarter, cancel);
        await ordinary.TellAsync(cancel);
        Save(quarter, objector);
        return objector;
    }

    private async Task ShowRankingsAsync(IEnumerable<ReceivedRanking> rankings, CancellationToken cancel)
    {
        foreach (var ranking in rankings)
        {
            RankingTable.Print(
                console, ranking, await ministry.VerifyAsync(ranking, cancel),
                ranking.SealedBy(await ministry.KeysAsync(cancel)), options.WholeRanking);
        }
    }

    /// <summary>
    /// The timer also starts the year before, of which nothing is known; it may arrive sooner or later.
    /// </summary>
    private IEnumerable<ReceivedRanking> First() => ministry.Rankings.Where(r => r.Period == Period && r.Revision == 1);

    /// <summary>What counts by now: a decided objection, or a late rating, had another one put in its place.</summary>
    private IEnumerable<ReceivedRanking> Newest() =>
        ministry.Rankings.Where(r => r.Period == Period && r.IsComplete).GroupBy(r => r.Agency).Select(of => of.Last());

    private async Task<StoryState> SetUpAsync(SampleQuarter quarter, StoryState state, CancellationToken cancel)
    {
        if (state.SetUp)
        {
            console.MarkupLineInterpolated($"[grey]The sample agencies are there from an earlier start.[/]");
            return state;
        }

        await client.SetUpAsync(quarter.Setup, cancel);
        var done = state with { SetUp = true };
        done.Save(options.Folder);
        return done;
    }

    private async Task ReplayAsync(SampleQuarter quarter, StoryState state, CancellationToken cancel)
    {
        var days = quarter.Days.Where(day => state.LastDay is null || day > state.LastDay).ToList();
        if (days.Count == 0)
        {
            console.MarkupLine("[grey]The quarter was replayed by an earlier start.[/]");
            return;
        }

        var tally = new ReplayTally();
        await Progress().StartAsync(async progress =>
        {
            var bar = progress.AddTask(
                "Agency apps post a quarter, day by day", maxValue: days.Count);
            foreach (var day in days)
            {
                foreach (var moment in quarter.MomentsOf(day))
                {
                    clock.MoveTo(moment.At);
                    tally.Add(await client.SendAsync(moment.Requests, cancel));
                }

                (state with { LastDay = day, Clock = clock.GetUtcNow() }).Save(options.Folder);
                bar.Increment(1);
            }
        });
        TallyTable.Print(console, tally);
    }

    private async Task EvaluateAsync(SampleQuarter quarter, CancellationToken cancel)
    {
        clock.MoveTo(TimerAt);
        await app.StartByHandAsync("QuarterTimer", cancel);

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        await Progress().StartAsync(async progress =>
        {
            var bar = progress.AddTask(
                "The quarter's timer ran: evaluation, ranking, events", maxValue: quarter.Agencies.Count);
            while (bar.Value < bar.MaxValue)
            {
                bar.Value = First().Count(r => r.IsComplete);
                await Task.Delay(50, patience.Token);
            }
        });
        Save(quarter);
    }

    private void Save(SampleQuarter quarter, string? objector = null) =>
        new StoryState(SetUp: true, quarter.Days[^1], clock.GetUtcNow(), objector).Save(options.Folder);

    private Progress Progress() => console.Progress()
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn());
}

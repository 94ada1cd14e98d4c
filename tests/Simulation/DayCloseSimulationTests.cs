using Kinerja.Application.FlexibleWork;
using Kinerja.Application.FollowUp;
using Kinerja.Application.Policies;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Presence.CheckIns;
using Kinerja.Application.Presence.Reviews;
using Kinerja.Application.Tests.Fakes;
using Kinerja.Application.Workforce;
using NodaTime;

namespace Kinerja.Simulation;

/// <summary>
/// A day's close whose worker dies once, after each call in turn (briefly: each third); the repeat must leave the same
/// bytes.
/// </summary>
public sealed class DayCloseSimulationTests
{
    private static readonly Instant Close = Instant.FromUtc(2026, 2, 3, 20, 0);

    private static readonly PolicyDocument AbsencesCount =
        CompleteDocument.Of(PolicyKinds.FollowUp, """{"proposals":{"absences":{"from":"2026-01-01"} } }""");

    [Fact]
    public void No_single_death_at_any_call_changes_what_a_close_leaves()
    {
        var none = new FaultPlan(1) { IsOver = true };
        var (expected, _) = Play(none);
        for (var call = 1; call <= none.Calls; call += LongMode.Of(3, 1))
        {
            var trouble = new FaultPlan(1) { DiesAtCall = call, IsOver = true };
            var (left, deaths) = Play(trouble);
            Assert.Equal(1, deaths);
            Assert.Equal(expected, left);
        }

        Assert.InRange(none.Calls, 20, 1000);
    }

    [Fact]
    public void Deaths_at_random_also_half_way_through_a_list_change_nothing()
    {
        var (expected, _) = Play(new FaultPlan(1) { IsOver = true });
        for (var seed = 1; seed <= LongMode.Of(100, 1_000); seed++)
        {
            Assert.Equal(expected, Play(new FaultPlan(seed)).Left);
        }
    }

    /// <summary>
    /// Two closes with a correction of the past between them; what dies is done again, as timer and bus do.
    /// </summary>
    private static (string Left, int Deaths) Play(FaultPlan trouble)
    {
        var sample = new Sample(3);
        var clock = Close.ClockAt();
        var (months, closes, dirty, queue) =
            (new FakeAttendanceMonths(), new FakeDayCloses(3), new FakeStaleMonths(clock, 3), new FakeDayQueue());
        var checkIns = new FakeCheckIns();
        T Over<T>(T port)
            where T : class => Unreliable<T>.Over(port, new DeterministicScheduler(), trouble);
        var policies = new FakePolicies();
        policies.AddAsync(sample.Workforce.Employees.Keys.First().Item1, AbsencesCount, default).GetAwaiter()
            .GetResult();
        var register = new AgencyDirectory(
            sample.Agencies, sample.Workforce, sample.Geofences, policies, ShippedFiles.Policies, clock);
        var fold = new FoldMonths(
            new ReadMonthFacts(
                Over<ICheckIns>(checkIns),
                new FakeLeaves(),
                new FakeCorrections(new FakeOutbox()),
                new FakeShiftSwaps(new FakeOutbox()),
                new FakeRulings(),
                new FakeOutages(),
                Over<IReviews>(new FakeReviews(new FakeOutbox())),
                new JudgeFlexibleDays(register, new FakeEntitlements(new FakeOutbox()), new FakeFlexibleDays())),
            register,
            clock);
        var proposals = new FakeProposals(new FakeOutbox());
        var moves = new FakeMoves();
        var plan = new PlanDayCloses(
            sample.Agencies, Over<IWorkforce>(sample.Workforce), Over<IDayCloses>(closes), Over<IStaleMonths>(dirty),
            Over<IDayQueue>(queue), clock);
        var close = new CloseBucket(
            sample.Agencies, Over<IWorkforce>(sample.Workforce), Over<IDayCloses>(closes), Over<IStaleMonths>(dirty),
            Over<IAttendanceMonths>(months), fold,
            new RaiseAbsences(
                register, Over<IAttendanceMonths>(months), Over<IProposals>(proposals), moves,
                new(moves, new FakeSecondments()), clock),
            clock);
        var deaths = 0;
        foreach (var at in new[]
        {
            Close,
            Close + Duration.FromDays(1),
            Close + Duration.FromDays(1) + Duration.FromHours(1)
        })
        {
            clock.MoveTo(at);
            MarkSomebody(sample, dirty);
            deaths += Until(() => plan.PlanDueAsync(default));
            while (queue.Waiting.TryDequeue(out var step))
            {
                deaths += Until(() => close.ExecuteAsync(step, default));
            }
        }

        return (string.Join(
            '\n', months.Rows.Select(m => $"{m.Key} {string.Join('|', m.Value.Days)}").Order(StringComparer.Ordinal)
            .Concat(closes.Rows.Select(c => $"{c.Key} {c.Value}").Order(StringComparer.Ordinal))
            .Concat(
                proposals.Rows.Select(
                    p => $"{p.Key} {p.Value.Value.State} {string.Join('|', p.Value.Value.Basis.Absence!.Evidence)}"))),
                    deaths);
    }

    private static void MarkSomebody(Sample sample, FakeStaleMonths dirty)
    {
        var (agency, person) = sample.Workforce.Employees.Keys.OrderBy(k => k.Item2).First();
        dirty.MarkAsync(agency, person, new YearMonth(2026, 2), default).GetAwaiter().GetResult();
    }

    private static int Until(Func<Task> work)
    {
        for (var deaths = 0; ; deaths++)
        {
            try
            {
                work().GetAwaiter().GetResult();
                return deaths;
            }
            catch (WorkerDiedException)
            {
                // Again, as the timer's retry or the bus's redelivery would.
            }
            catch (AggregateException many) when (many.InnerExceptions.All(
                e => e.InnerException is WorkerDiedException))
            {
            }
        }
    }
}

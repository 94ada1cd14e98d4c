using System.Globalization;
using System.Security.Cryptography;
using Kinerja.Application;
using Kinerja.Application.Evaluation;
using Kinerja.Application.Events;
using Kinerja.Application.Feedback;
using Kinerja.Application.FlexibleWork;
using Kinerja.Application.Notices;
using Kinerja.Application.Objections;
using Kinerja.Application.Policies;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Presence.CheckIns;
using Kinerja.Application.Presence.Reviews;
using Kinerja.Application.Ranking;
using Kinerja.Application.Runs;
using Kinerja.Application.Tests.Fakes;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Presence.CheckIns;
using Kinerja.Domain.Runs;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace Kinerja.Simulation;

/// <summary>
/// A whole quarter over fakes, under trouble: phones send, the timer plans, workers take messages, die, come late and
/// twice, until everything is at rest. Without trouble it is the run that all others must equal.
/// </summary>
internal sealed class Quarters
{
    private const int StepsOfTrouble = 1500;
    private const int MostSteps = 60_000;

    private static readonly RankingSeals Seals = new(NewKey());

    private readonly Sample _sample;
    private readonly FaultPlan _trouble;
    private readonly DeterministicScheduler _turns = new();
    private readonly FakeTimeProvider _clock = Instant.FromUtc(2025, 12, 31, 12, 0).ClockAt();
    private readonly List<Task> _workers = [];
    private readonly PlanRuns _plan;
    private readonly AdvanceRun _advance;
    private readonly RecordCheckIn _record;
    private int _steps;

    internal Quarters(Sample sample, FaultPlan trouble)
    {
        (_sample, _trouble) = (sample, trouble);
        Queue = new StorageQueue(_clock);
        var runs = Over<IRuns>(Runs);
        var dispatch = new DispatchSteps(runs, Over<IRunQueue>(Queue));
        var workforce = Over<IWorkforce>(sample.Workforce);
        var checkIns = Over<ICheckIns>(CheckIns);
        var results = Over<IRunResults>(Results);
        var rankings = Over<IRankings>(Rankings);
        var policies = new PinnedPolicies(Over<IPolicies>(new FakePolicies()), ShippedFiles.Policies);
        var secrets = new LineSecrets(SpotCheckSalt.From("garam yang rahasia"));
        var shardSize = sample.Workforce.Employees.Count > 300 ? 250 : 9;
        var settings = new RunSettings(shardSize, 7);
        var people = new RunPeople(workforce, new FakeMoves());
        var units = new RunUnitsCache(sample.Agencies, sample.Workforce, sample.Ratings, policies, _clock);
        var tell = new OutboxPublisher(
            sample.Agencies, new FakeOutbox(), new FakeOutboxLags(), Over<IEventLog>(new FakeEventLog()),
            Over<IEvents>(Events), _clock, NullLogger<OutboxPublisher>.Instance);
        var register = new AgencyDirectory(
            sample.Agencies, sample.Workforce, sample.Geofences, new FakePolicies(), ShippedFiles.Policies, _clock);
        _plan = new PlanRuns(
            Over<IAgencies>(sample.Agencies),
            workforce,
            runs,
            dispatch,
            new HoldRun(
                people, Over<IRatings>(sample.Ratings), units, policies,
                new FindMissingRatings(register, people, Over<IRatings>(sample.Ratings)), tell),
            policies,
            new EvaluatedPeriods(policies, settings, _clock),
            settings,
            secrets,
            _clock);
        _advance = new AdvanceRun(
            runs,
            dispatch,
            new GatherShard(
                register, people, ReadMonthsOver(checkIns, register), Over<IFeedbackNotes>(sample.Feedback),
                Over<IRatings>(sample.Ratings), results, units),
            new EvaluateShard(results, policies),
            new RankAgency(runs, results, rankings, policies),
            new PublishRanking(rankings, results, Over<IInboxes>(new FakeInboxes()), Seals, tell),
            new ObjectionWindow(sample.Agencies, new(results, rankings), policies),
            _clock,
            NullLogger<AdvanceRun>.Instance);
        _record = new RecordCheckIn(
            register, new NipDirectory(new FakeIdentities(), FakeIdentities.Key, _clock), new FakeDelegations(),
            checkIns,
            new InvalidateMonths(register, Over<IStaleMonths>(new FakeStaleMonths(_clock)), _clock),
            _clock);
    }

    internal StorageQueue Queue { get; }

    internal FakeRuns Runs { get; } = new();

    internal FakeCheckIns CheckIns { get; } = new();

    internal FakeRunResults Results { get; } = new();

    internal FakeRankings Rankings { get; } = new();

    internal FakeEvents Events { get; } = new();

    private bool IsAtRest => _workers.Count == 0 && Queue.Count == 0
        && Runs.Rows.Count == _sample.Agencies.Rows.Count
        && Runs.Rows.Values.All(r => r.Value.State == RunState.Published);

    internal void Play()
    {
        // A test runner's context would move continuations to other threads and with them the order of things.
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            SendCheckIns();
            _clock.MoveTo(Instant.Max(_clock.Now(), Sample.Due));
            _turns.Interleaved = true;
            while (!IsAtRest)
            {
                _trouble.IsOver |= ++_steps > StepsOfTrouble;
                Assert.True(_steps < MostSteps, $"{_trouble}: does not come to rest");
                Step();
            }
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    /// <summary>
    /// Phones send when they can: at once, hours late, in any order. Without an answer the same bytes go out once more,
    /// later, some after the quarter is due. The claims are the same; only delivery differs.
    /// </summary>
    private void SendCheckIns()
    {
        var sendings = new PriorityQueue<SubmittedCheckIn, Instant>();
        foreach (var claim in _sample.Claims)
        {
            var delay = Duration.FromMinutes(_trouble.Happens(30) ? _trouble.Random.Next(6 * 24 * 60) : 0);
            var sent = claim.CapturedAt + delay;
            sendings.Enqueue(claim with { SentAt = sent }, sent);
            if (_trouble.Happens(20))
            {
                sendings.Enqueue(
                    claim with { SentAt = sent }, sent + Duration.FromMinutes(_trouble.Random.Next(20 * 24 * 60)));
            }
        }

        while (sendings.TryDequeue(out var claim, out var at))
        {
            _clock.MoveTo(Instant.Max(_clock.Now(), at));
            if (!Arrives(claim))
            {
                sendings.Enqueue(claim, at + Duration.FromMinutes(1));
            }
        }
    }

    private static Actor ActorOf(SubmittedCheckIn claim) =>
        new(claim.AgencyId, "aplikasi-simulasi", claim.EmployeeId, ActorProof.AppWord);

    private bool Arrives(SubmittedCheckIn claim)
    {
        var sending = _record.ExecuteAsync(ActorOf(claim), claim, default);
        Assert.True(sending.IsCompleted);
        if (!sending.IsFaulted)
        {
            Assert.True(sending.Result.Refusal is null, $"{_trouble}: {claim.Id} {sending.Result.Refusal?.Code}");
        }

        return !sending.IsFaulted;
    }

    private void Step()
    {
        var ready = Queue.Ready;
        var choice = _trouble.Random.Next(100);
        if (_turns.Waiting > 0 && choice < 80)
        {
            _turns.Give(_trouble.Random.Next(_turns.Waiting));
        }
        else if (ready.Count > 0 && _workers.Count < 4 && choice < 97)
        {
            _workers.Add(WorkAsync(ready[_trouble.IsOver ? 0 : _trouble.Random.Next(ready.Count)]));
        }
        else if (_workers.Count == 0 && ready.Count == 0)
        {
            // Nothing moves: the next tick of the timer, sometimes late, sometimes two at once.
            _clock.Advance(Duration.FromMinutes(_trouble.Happens(20) ? 200 : 15));
            Tick();
        }
        else
        {
            _clock.Advance(Duration.FromSeconds(_trouble.Happens(10) ? 400 : 5));
        }

        _workers.RemoveAll(w => w.IsCompleted);
    }

    private void Tick()
    {
        _workers.Add(TickAsync());
        if (_trouble.Happens(30))
        {
            _workers.Add(TickAsync());
        }
    }

    private async Task TickAsync()
    {
        try
        {
            await _plan.PlanDueAsync(default);
        }
        catch (WorkerDiedException)
        {
            // The timer comes again.
        }
    }

    private async Task WorkAsync(StorageQueue.Message message)
    {
        if (_trouble.Happens(5))
        {
            Queue.Duplicate(message);
        }

        var step = Queue.Take(message);
        try
        {
            await _advance.ExecuteAsync(step, default);
        }
        catch (WorkerDiedException)
        {
            if (_trouble.Happens(50))
            {
                Queue.Fail(message);
            }

            return;
        }

        // A lost acknowledgement: done, and yet it comes again once the lock has run out.
        if (!_trouble.Happens(10))
        {
            Queue.Delete(message);
        }
    }

    /// <summary>No day was ever closed here: every month is folded when it is asked for.</summary>
    private ReadMonths ReadMonthsOver(ICheckIns checkIns, AgencyDirectory register) => new(
        Over<IDayCloses>(new FakeDayCloses()),
        Over<IStaleMonths>(new FakeStaleMonths(_clock)),
        Over<IAttendanceMonths>(new FakeAttendanceMonths()),
        new FoldMonths(new ReadMonthFacts(
            checkIns,
            Over<ILeaves>(new FakeLeaves()),
            Over<ICorrections>(new FakeCorrections(new FakeOutbox())),
            Over<IShiftSwaps>(new FakeShiftSwaps(new FakeOutbox())),
            Over<IRulings>(new FakeRulings()),
            Over<IOutages>(new FakeOutages()),
            Over<IReviews>(new FakeReviews(new FakeOutbox())),
            new JudgeFlexibleDays(
                register,
                Over<IEntitlements>(new FakeEntitlements(new FakeOutbox())),
                new FakeFlexibleDays())), register, _clock));

    private T Over<T>(T port)
        where T : class => Unreliable<T>.Over(port, _turns, _trouble);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{_trouble} after {_steps} steps, {_trouble.Calls} calls, {Queue.Poisoned} set aside");

    private static ReceiptKey NewKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return ReceiptKey.FromPem(key.ExportPkcs8PrivateKeyPem());
    }
}

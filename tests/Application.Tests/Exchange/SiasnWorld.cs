using Kinerja.Application.Exchange;
using Kinerja.Application.Runs;
using Kinerja.Application.Tests.Fakes;
using Kinerja.Application.Webhooks;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Exchange;
using Kinerja.Domain.Runs;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Tests.Exchange;

/// <summary>A final period of some people, each with a NIP and all of one rater, and SIASN knows them.</summary>
internal sealed class SiasnWorld
{
    internal static readonly SiasnAccountCommand Account = new(
        "https://siasn.example.go.id:8243/apisiasn/1.0", "https://siasn.example.go.id/oauth2/token", "app", "rahasia",
        "sso", true, SiasnMapping.Default with { CoefficientId = "k-1" });

    private const string RaterNip = "197001011990011001";

    private int _messages;

    internal SiasnWorld(int people = 3)
    {
        Server = new(Siasn.With(RaterNip));
        World.Identities.ByPerson[(Some.AgencyId, Some.Person("peg-head"))] = Nip.Parse(RaterNip).Value;
        foreach (var i in Enumerable.Range(0, people))
        {
            World.Identities.ByPerson[(Some.AgencyId, PersonOf(i))] = Nip.Parse(NipOf(i)).Value;
            Siasn.With(NipOf(i));
        }
    }

    internal World World { get; } = new(Some.At("2026-04-23T01:00:00Z"));

    internal FakeSiasn Siasn { get; } = new();

    internal FaultySiasn Server { get; }

    internal FakeSiasnResults Kept { get; } = new();

    internal FakeNipResolutions Records { get; } = new();

    internal PlanSending Plan => new(Kept, Kept, World.Runs, World.AgencyDirectory, World.Clock);

    internal KeepSiasnAccount Keep => new(
        World.AgencyDirectory, Kept, Plan, new WebhookSettings(false), World.Clock);

    internal ReadSending Read => new(Kept, World.Runs, World.AgencyDirectory);

    internal SendResults Send => new(
        Kept, Kept, World.Runs, World.Results, new RevealNips(World.Identities, Records, World.Clock),
        new SaveResult(Server), World.AgencyDirectory, World.Clock);

    internal static EmployeeId PersonOf(int i) => Some.Person($"orang-{i}");

    internal static string NipOf(int i) => $"19900101202001{1000 + i}";

    /// <summary>Everybody Baik by 2 and 1, but whom the test says.</summary>
    internal async Task<EvaluationRun> FinalAsync(
        AppraisalPeriod period, int people = 3, int revision = 1, Func<int, Assessment>? of = null, bool hear = true)
    {
        var run = Some.Run(RunState.Published) with
        {
            Period = period,
            Revision = revision,
            Shards = 1,
            FinalSince = Some.Morning,
        };
        await World.Runs.AddAsync(run, default);
        foreach (var i in Enumerable.Range(0, people))
        {
            var rating = Some.Rating(person: $"orang-{i}");
            World.Results.Inputs[(run.AgencyId, period, revision, PersonOf(i))] =
                new(PersonOf(i), Some.UnitId, false, null, rating, default!, 0);
            World.Results.Evaluations[(run.AgencyId, period, revision, PersonOf(i))] =
                new(PersonOf(i), of?.Invoke(i) ?? Good, "evaluation-2026.1");
        }

        if (hear)
        {
            await Plan.HearAsync(run, default);
        }

        return run;
    }

    internal static Assessment Good { get; } = new(
        Predicate.Good, ExpectationLevel.Meets, ExpectationLevel.Above, Some.Score(100), Some.Score(90));

    internal static Assessment Poor { get; } = Good with
    {
        Predicate = Predicate.Poor,
        Behaviour = ExpectationLevel.Below,
    };

    internal Task<Result<SiasnAccount>> PutAsync(SiasnAccountCommand? account = null) =>
        Keep.PutAsync(Some.Actor, account ?? Account, null, default);

    /// <summary>Each step once, and again when it throws, as the queue does; false when one went on failing.</summary>
    internal async Task<bool> DrainAsync(int tries = 20)
    {
        var done = true;
        while (Kept.Queued.TryDequeue(out var step))
        {
            var message = $"m-{++_messages}";
            for (var left = tries; !await TryAsync(step, message); left--)
            {
                if (left == 1)
                {
                    done = false;
                    break;
                }
            }
        }

        return done;
    }

    internal async Task<SiasnCounts> CountsAsync(AppraisalPeriod period) =>
        (await Read.ExecuteAsync(Some.AgencyId, period, null, 100, default)).Value.Counts;

    private async Task<bool> TryAsync(SiasnStep step, string message)
    {
        try
        {
            await Send.ExecuteAsync(step, message, default);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    internal sealed class FakeNipResolutions : INipResolutions
    {
        internal List<NipResolution> All { get; } = [];

        public Task AddAsync(NipResolution resolution, CancellationToken cancel)
        {
            All.Add(resolution);
            return Task.CompletedTask;
        }

        public Task<ListPage<NipResolution>> PageAsync(
            AgencyId agency, string? after, int most, CancellationToken cancel) =>
            Task.FromResult(new ListPage<NipResolution>(All, null));
    }
}

using Kinerja.Application.Tables;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Surveys;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Surveys;

/// <summary>
/// A questionnaire is written, and changed until it opens: by an agency, or for all by the nation. Whom it asks by name
/// is in the register: one that asked nobody would look like one that nobody answered.
/// </summary>
public sealed class WriteSurvey(
    ChangeSurvey step, AgencyDirectory register, IAgencies agencies, IWorkforce workforce, ISurveys surveys,
    TimeProvider clock)
{
    public async Task<Result<Survey>> ExecuteAsync(Actor actor, Survey asked, CancellationToken cancel) =>
        await register.TodayAsync(actor.Agency, cancel) is { } today
            ? await PutAsync(
                actor.Agency, actor, asked, today, () => WhyNoPartAsync(actor.Agency, asked, cancel), cancel)
            : NotFound.Agency(actor.Agency);

    /// <summary>
    /// It has opened when its first day begins in the east. The actor's agency is the national operator's and need not
    /// be registered; those that it asks by name are.
    /// </summary>
    public Task<Result<Survey>> ExecuteNationalAsync(Actor actor, Survey asked, CancellationToken cancel) => PutAsync(
        DocumentOwner.Nation, actor, asked, clock.Now().InZone(NationalClock.East).Date,
        () => WhyNotAskedAsync(asked, cancel), cancel);

    /// <summary>What stands already is answered as it stands, also where a unit of it has ended since.</summary>
    private async Task<Result<Survey>> PutAsync(
        DocumentOwner owner, Actor actor, Survey asked, LocalDate today, Func<Task<Refusal?>> whyNobody,
        CancellationToken cancel)
    {
        var known = await surveys.FindAsync(owner, asked.Id, cancel);
        var next = SurveyRules.Put(asked with { Actor = actor }, known?.Value, today);
        return next.TryGet(out var survey, out _) && !ReferenceEquals(survey, known?.Value)
            && await whyNobody() is { } refusal
            ? refusal
            : await step.WriteAsync(owner, known, next, cancel);
    }

    /// <summary>Units and posts as they stand on the first day; what begins later is not there yet.</summary>
    private async Task<Refusal?> WhyNoPartAsync(AgencyId agency, Survey asked, CancellationToken cancel)
    {
        var units = await WorkforceChecks.ReadAsync(asked.Units, id => workforce.FindUnitAsync(agency, id, cancel));
        var posts = await WorkforceChecks.ReadAsync(asked.Posts, id => workforce.FindPostAsync(agency, id, cancel));
        Sentence noUnit = $"A unit of the register is expected which is there on {asked.OpensOn:uuuu-MM-dd}.";
        Sentence noPost = $"A post of the register is expected which is there on {asked.OpensOn:uuuu-MM-dd}.";
        var lost = Missing("units", noUnit, asked.Units, units, unit => unit.Active);
        var vacant = Missing("posts", noPost, asked.Posts, posts, _ => true);
        return lost.Count > 0 ? No(RefusalCodes.UnknownUnit, noUnit, [.. lost, .. vacant])
            : vacant.Count > 0 ? No(RefusalCodes.UnknownPost, noPost, vacant)
            : null;

        List<FieldFault> Missing<TId, T>(
            string field, Sentence detail, IReadOnlyList<TId> named, Dictionary<TId, Tagged<History<T>>> known,
            Func<T, bool> goesOn)
            where TId : notnull
            where T : IEquatable<T> =>
            [
                .. named.Index().Where(one => known.GetValueOrDefault(one.Item)?.Value is not { } found
                        || found.Entries[0].From > asked.OpensOn || !goesOn(found.On(asked.OpensOn)))
                    .Select(one => new FieldFault($"/{field}/{one.Index}", detail)),
            ];
    }

    private async Task<Refusal?> WhyNotAskedAsync(Survey asked, CancellationToken cancel)
    {
        if (asked.Agencies.Count == 0)
        {
            return null;
        }

        var known = await agencies.ListAsync(cancel).Select(agency => agency.Id)
            .ToHashSetAsync(cancellationToken: cancel);
        var faults = asked.Agencies.Index().Where(named => !known.Contains(named.Item))
            .Select(named => new FieldFault($"/agencies/{named.Index}", "Not registered.")).ToList();
        return faults.Count == 0 ? null : No(RefusalCodes.UnknownAgency, "An agency is not registered.", faults);
    }

    private static Refusal No(string code, Sentence detail, IReadOnlyList<FieldFault> faults) =>
        new(RefusalKind.Unprocessable, code, detail) { Faults = faults };
}

using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Exchange;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Exchange;

/// <summary>One result that is to stand at SIASN, with the NIPs by which SIASN knows people.</summary>
internal sealed record SiasnResult(
    AppraisalPeriod Period, Assessment Assessment, Nip Nip, Nip RaterNip, string? CoefficientId)
{
    public override string ToString() => $"result of {Period} (people hidden)";
}

/// <summary>
/// Saves one result, unless it is there. It is read back before a save and after it: only what SIASN shows counts as
/// sent, whatever it answered. A save that it took and does not show is not repeated.
/// </summary>
public sealed class SaveResult(ISiasnServer server)
{
    /// <param name="account">As whom.</param>
    /// <param name="result">What is to stand.</param>
    /// <param name="raters">Whom SIASN told before; those who are asked for now are added.</param>
    /// <param name="cancel">Stops it.</param>
    internal async Task<SiasnOutcome> ExecuteAsync(
        SiasnAccount account, SiasnResult result, IDictionary<Nip, SiasnPerson> raters, CancellationToken cancel)
    {
        if (result.Period.Kind != PeriodKind.Year && result.CoefficientId is null)
        {
            return SiasnOutcome.Refused(SiasnCause.NoCoefficient);
        }

        if (!(await FindAsync(account, result.Nip, cancel)).TryGet(out var person, out var stop))
        {
            return stop;
        }

        if (!raters.TryGetValue(result.RaterNip, out var rater))
        {
            if (!(await FindAsync(account, result.RaterNip, cancel)).TryGet(out rater, out stop))
            {
                return stop;
            }

            raters[result.RaterNip] = rater;
        }

        var wanted = SiasnRules.Wanted(result.Period, result.Assessment, account.Mapping, person, rater);
        if (!(await ListAsync(account, result, cancel)).TryGet(out var standing, out stop))
        {
            return stop;
        }

        if (Found(SiasnRules.Compare(wanted, standing), SiasnOutcome.AlreadyThere) is { } settled)
        {
            return settled;
        }

        var over = SiasnRules.Over(wanted, standing);
        var answer = result.Period.Kind == PeriodKind.Year
            ? await server.PostAsync(account, "skp22/save", SiasnJson.Yearly(over, rater), cancel)
            : await server.PostAsync(
                account, "kinerjaperiodik/save",
                SiasnJson.Periodic(over, rater, CodeOf(account.Mapping, result.Period.Kind), result.CoefficientId!),
                cancel);
        var taken = answer.Status is >= 200 and < 300;
        if (!taken && (answer.Fault is not null || !SiasnOutcome.MayComeAgain(answer)))
        {
            return answer.Fault is not null
                ? SiasnOutcome.Failed(answer)
                : SiasnOutcome.Refused(SiasnCause.NotTaken, SiasnOutcome.Words(answer));
        }

        if (!(await ListAsync(account, result, cancel)).TryGet(out standing, out stop))
        {
            return stop;
        }

        return Found(SiasnRules.Compare(wanted, standing), SiasnOutcome.Sent)
            ?? (taken
                ? SiasnOutcome.Refused(SiasnCause.NotShown, SiasnOutcome.Words(answer))
                : SiasnOutcome.Failed(answer));
    }

    /// <summary>Null where something is to be written still.</summary>
    private static SiasnOutcome? Found(SiasnFinding finding, SiasnOutcome same) => finding switch
    {
        SiasnFinding.Same => same,
        SiasnFinding.Several => SiasnOutcome.Refused(SiasnCause.SeveralRecords),
        SiasnFinding.WrongPerson => SiasnOutcome.Refused(SiasnCause.WrongPerson),
        SiasnFinding.Absent or SiasnFinding.Differs => null,
    };

    private static string CodeOf(SiasnMapping mapping, PeriodKind kind) =>
        kind == PeriodKind.Month ? mapping.Period.Month : mapping.Period.Quarter;

    private async Task<SiasnReply<SiasnPerson>> FindAsync(SiasnAccount account, Nip nip, CancellationToken cancel)
    {
        var answer = await server.GetAsync(account, $"pns/data-utama/{nip.Reveal()}", cancel);
        return SiasnJson.SaysNothing(answer) ? SiasnOutcome.Refused(SiasnCause.UnknownPerson)
            : Unread(answer) is { } stop ? stop
            : SiasnJson.ReadPerson(answer) is not { } person ? SiasnOutcome.Refused(SiasnCause.Unreadable)
            : SiasnRules.Is(person, nip) ? person
            : SiasnOutcome.Refused(SiasnCause.WrongPerson);
    }

    private async Task<SiasnReply<IReadOnlyList<SiasnRecord>>> ListAsync(
        SiasnAccount account, SiasnResult result, CancellationToken cancel)
    {
        var yearly = result.Period.Kind == PeriodKind.Year;
        var list = yearly ? "rw-skp22" : "rw-kinerjaperiodik";
        var answer = await server.GetAsync(account, $"pns/{list}/{result.Nip.Reveal()}", cancel);
        return SiasnJson.SaysNothing(answer) ? new SiasnReply<IReadOnlyList<SiasnRecord>>([], null)
            : Unread(answer) is { } stop ? stop
            : SiasnJson.ReadRecords(answer, yearly) is { } records
                ? new SiasnReply<IReadOnlyList<SiasnRecord>>(records, null)
            : SiasnOutcome.Refused(SiasnCause.Unreadable);
    }

    private static SiasnOutcome? Unread(SiasnAnswer answer) =>
        answer.Fault is not null || SiasnOutcome.MayComeAgain(answer) ? SiasnOutcome.Failed(answer)
        : answer.Status == 200 ? null
        : SiasnOutcome.Refused(SiasnCause.NotTaken, SiasnOutcome.Words(answer));
}

using Kinerja.Application.Runs;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Objections;
using Kinerja.Domain.Runs;

namespace Kinerja.Application.Objections;

/// <summary>The receipt that counts, and by which delivery the person's term runs now.</summary>
public sealed record ConfirmedReceipt(
    EmployeeId EmployeeId, AppraisalPeriod Period, ResultReceipt Receipt, Delivery? Delivery, bool Replayed);

/// <summary>
/// Takes the word of a person's app that the result of a revision was received. The first one of each revision stays,
/// however often and by whom it comes again.
/// </summary>
public sealed class ConfirmReceipt(
    AgencyDirectory register, IRuns runs, IRunResults results, PinnedPolicies policies, IReceipts receipts,
    ReadObjectionTerm term, TimeProvider clock)
{
    public async Task<Result<ConfirmedReceipt>> ExecuteAsync(
        Actor actor, AppraisalPeriod period, EmployeeId person, int revision, CancellationToken cancel)
    {
        var agency = await register.FindAgencyAsync(actor.Agency, cancel);
        if (agency is null || await register.FindEmployeeAsync(actor.Agency, person, cancel) is null)
        {
            return NotFound.Employee(person);
        }

        if (await runs.FindAsync(agency.Id, period, revision, cancel) is not { Value: var run })
        {
            return await runs.FindAsync(agency.Id, period, cancel) is null
                ? NotFound.Run(period)
                : NotFound.Revision(period, revision);
        }

        var (policy, days) = (await policies.ObjectionAsync(run, cancel), await policies.DaysAsync(agency.Id, cancel));
        var received = ReceiptRules.Receive(run, policy, agency.Zone, days.IsWorkingDay, clock.Now());
        if (!received.TryGet(out var receipt, out var refusal))
        {
            return refusal;
        }

        return await results.FindInputAsync(run, person, cancel) is null
            ? NotFound.Evaluation(person, period)
            : await StoreAsync(run, person, receipt with { Actor = actor }, cancel);
    }

    private async Task<Result<ConfirmedReceipt>> StoreAsync(
        EvaluationRun run, EmployeeId person, ResultReceipt receipt, CancellationToken cancel)
    {
        var isNew = await receipts.AddAsync(run.AgencyId, run.Period, person, receipt, cancel);
        var first = isNew
            ? receipt
            : await receipts.ListAsync(run.AgencyId, run.Period, person, cancel)
                .FirstAsync(known => known.Revision == run.Revision, cancel);
        return new ConfirmedReceipt(
            person, run.Period, first, await term.FindAsync(run, person, cancel), Replayed: !isNew);
    }
}

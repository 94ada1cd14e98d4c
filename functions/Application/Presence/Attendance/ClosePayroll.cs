using Kinerja.Application.Events;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>
/// Closes a month by an act of the personnel office: writes everybody's statement and the differences of earlier months
/// once, and calls the month closed when all of them stand. A close that stopped half-way is completed by sending it
/// again; its day stays that of the first time.
/// </summary>
public sealed class ClosePayroll(
    AgencyDirectory register, IWorkforce workforce, IPayrolls payrolls, ReadPayroll read, OutboxPublisher tell,
    TimeProvider clock)
{
    public async Task<Result<PayrollClose>> ExecuteAsync(
        Actor actor, YearMonth month, EmployeeId closedBy, CancellationToken cancel)
    {
        if (await register.FindAgencyAsync(actor.Agency, cancel) is not { } agency)
        {
            return NotFound.Agency(actor.Agency);
        }

        if (await register.FindEmployeeAsync(agency.Id, closedBy, cancel) is null)
        {
            return NotFound.Employee(closedBy, "/closedById");
        }

        var closes = await payrolls.ListAsync(agency.Id, cancel).ToListAsync(cancel);
        if (closes.Find(c => c.Month == month) is { } known)
        {
            return await AgainAsync(known, closedBy, closes, cancel);
        }

        if (agency.WhyNot(month) is { } before)
        {
            return before;
        }

        if (closes.Find(c => !c.Complete) is { } begun)
        {
            return PayrollRules.Order($"The close of {begun.Month:uuuu-MM} is to be completed first.");
        }

        var close = new PayrollClose(agency.Id, month, closedBy, clock.Now(), actor);
        if (PayrollRules.WhyNotClose(
            month, closes.LastOrDefault()?.Month, agency.BeganOn.ToYearMonth(), close.ClosedAt) is { } refusal)
        {
            return refusal;
        }

        if (await register.WhyNotActingAsync(agency.Id, closedBy, "/closedById", cancel) is { } left)
        {
            return left;
        }

        return await payrolls.AddAsync(close, cancel)
            ? await CompleteAsync(close, closes, cancel)
            : Refusal.Stale("Somebody else closes this month at the same moment; read it again.");
    }

    private async Task<Result<PayrollClose>> AgainAsync(
        PayrollClose known, EmployeeId closedBy, IReadOnlyCollection<PayrollClose> closes, CancellationToken cancel)
    {
        if (known.ClosedById != closedBy)
        {
            return new Refusal(
                RefusalKind.Conflict, RefusalCodes.PayrollClosed, $"{known.ClosedById} closed {known.Month:uuuu-MM}.");
        }

        return known.Complete ? known : await CompleteAsync(known, closes, cancel);
    }

    private async Task<Result<PayrollClose>> CompleteAsync(
        PayrollClose close, IReadOnlyCollection<PayrollClose> closes, CancellationToken cancel)
    {
        var (agency, month) = (close.AgencyId, close.Month);
        var people = 0;
        foreach (var range in await workforce.SlicesAsync(agency, cancel))
        {
            var own = await read.StatementsAsync(agency, month, month, range, cancel);
            var differences = await read.DifferencesAsync(agency, closes, month, range, cancel);
            await AddMissingAsync(close, range, own, cancel);
            foreach (var earlier in differences.GroupBy(one => one.Month))
            {
                var settled = earlier.Select(
                    one => new SettledStatement(one.EmployeeId, one.Month, month, one.After)).ToList();
                await AddMissingAsync(close, range, settled, cancel);
            }

            people += own.Count;
        }

        await tell.PublishAsync([PayrollEvents.Closed(close, people)], cancel);
        var found = (await payrolls.FindAsync(agency, month, cancel))!;
        if (!found.Value.Complete)
        {
            await payrolls.ReplaceAsync(found.Value with { Complete = true }, found.Tag, cancel);
        }

        return found.Value with { Complete = true };
    }

    /// <summary>What stands, stands: a close that is completed later keeps what it had written.</summary>
    private async Task AddMissingAsync(
        PayrollClose close, HashRange range, IReadOnlyList<SettledStatement> statements, CancellationToken cancel)
    {
        if (statements.Count == 0)
        {
            return;
        }

        var there = await payrolls.ListStatementsAsync(close.AgencyId, statements[0].Month, range, cancel)
            .Where(s => s.ClosedIn == close.Month).Select(s => s.EmployeeId)
            .ToHashSetAsync(cancellationToken: cancel);
        await payrolls.AddStatementsAsync(
            close.AgencyId, [.. statements.Where(s => !there.Contains(s.EmployeeId))], cancel);
    }
}

using Kinerja.Domain.Runs;
using Kinerja.Domain.Workforce;

namespace Kinerja.Domain.Objections;

/// <summary>
/// When a final result may be opened again. No rule found knows it: an agency's policy names who may.
/// </summary>
public static class ReopeningRules
{
    /// <summary>The run as it stands when the same act came before; else open again up to the act's last day.</summary>
    /// <param name="newest">The period's newest revision.</param>
    /// <param name="asked">The act.</param>
    /// <param name="official">Whose act it is, as of that day.</param>
    /// <param name="terms">The agency's, of that day.</param>
    public static Result<EvaluationRun> Reopen(
        EvaluationRun newest, Reopening asked, Employee official, ReopeningTerms terms)
    {
        if (newest.OpenUntil is not null && newest.Reopenings[^1].Says(asked.By, asked.Reason))
        {
            return newest;
        }

        if (!terms.Name(official))
        {
            return new Refusal(
                RefusalKind.NotAllowed,
                RefusalCodes.NotTheAuthority,
                "The agency's objection policy (reopening) names who may open a final result again.")
            { Faults = [new("/reopenedById", "Not named in the objection policy.")] };
        }

        return newest.State == RunState.Final
            ? newest with
            {
                State = RunState.Published,
                FinalSince = null,
                Reopenings = [.. newest.Reopenings, asked with { Revision = newest.Revision }],
            }
            : new Refusal(
                RefusalKind.Conflict, RefusalCodes.ResultNotFinal, $"The result of {newest.Period} is not final.");
    }
}

using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;

namespace Kinerja.Application.Presence.Attendance;

public enum DecisionWord
{
    Approved,
    Declined,
}

/// <summary>
/// The date is the correction's own, or the first of the swap's: it says what who decides has looked at.
/// </summary>
public sealed record DayDecisionRequest(string? Date, string? DecidedById, string? Decision, string? Reason)
{
    public Result<(LocalDate Date, DayDecision Decision)> Read()
    {
        var fields = new FieldReader();
        var date = fields.Day("date", Date);
        var by = fields.Take("decidedById", p => EmployeeId.Parse(DecidedById, p));
        var decision = fields.Enum<DecisionWord>("decision", Decision);
        var reason = fields.Text("reason", Reason, 1000);
        return fields.Finish(() => (date!.Value,
            new DayDecision(by!.Value, decision!.Value == DecisionWord.Approved, reason!)));
    }
}

using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation.Distribution;
using NodaTime;

namespace Kinerja.Application.Ranking;

public sealed record RaterReasonRequest(string? Reason)
{
    public Result<string> Read()
    {
        var fields = new FieldReader();
        var reason = fields.Text("reason", Reason, 2000);
        return fields.Finish(() => reason!);
    }
}

public readonly struct RaterReasonResponse(RaterReason reason)
{
    public EmployeeId RaterId => reason.RaterId;
    public AppraisalPeriod Period => reason.Period;
    public string Reason => reason.Text;
    public Instant WrittenAt => reason.WrittenAt;
    public int Version => reason.Version;

    public static RaterReasonResponse Of(RaterReason reason) => new(reason);
}

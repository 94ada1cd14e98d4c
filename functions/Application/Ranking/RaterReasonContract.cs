using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation.Distribution;
using NodaTime.Text;

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

public sealed record RaterReasonResponse(string RaterId, string Period, string Reason, string WrittenAt, int Version)
{
    public static RaterReasonResponse Of(RaterReason reason) => new(
        reason.RaterId.ToString(),
        reason.Period.ToString(),
        reason.Text,
        InstantPattern.ExtendedIso.Format(reason.WrittenAt),
        reason.Version);
}

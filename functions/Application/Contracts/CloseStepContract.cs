using System.Text.Json;
using Kinerja.Domain;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Contracts;

/// <summary>A queue message's body.</summary>
public sealed record CloseStepBody(string? AgencyId, string? Month, int Bucket, long PlannedAtTicks);

/// <summary>Queue messages, both ways. An unreadable one is a bug of ours: it throws and ends in the dead-letter queue.</summary>
public static class CloseStepContract
{
    public static byte[] Write(CloseStep step) => JsonSerializer.SerializeToUtf8Bytes(
        new CloseStepBody(
            step.AgencyId.ToString(),
            YearMonthPattern.Iso.Format(step.Month),
            step.Bucket,
            step.PlannedAt.ToUnixTimeTicks()),
        JsonFormat.Default.CloseStepBody);

    public static CloseStep Read(ReadOnlySpan<byte> json)
    {
        var body = ContractReader.Read(json, JsonFormat.Default.CloseStepBody).Value;
        return new CloseStep(
            AgencyId.Parse(body.AgencyId).Value,
            YearMonthPattern.Iso.Parse(body.Month ?? "").Value,
            body.Bucket,
            Instant.FromUnixTimeTicks(body.PlannedAtTicks));
    }
}

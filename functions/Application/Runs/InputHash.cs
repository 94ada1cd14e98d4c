using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Kinerja.Domain.Evaluation;

namespace Kinerja.Application.Runs;

/// <summary>
/// SHA-256 over frozen inputs in order of employee id, written as JSON lines: the same inputs, the same hash.
/// </summary>
internal static class InputHash
{
    internal static string Of(IEnumerable<EvaluationInput> inputs)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new ArrayBufferWriter<byte>(512);
        foreach (var input in inputs.OrderBy(i => i.EmployeeId))
        {
            buffer.ResetWrittenCount();
            using (var json = new Utf8JsonWriter(buffer))
            {
                Write(json, input);
            }

            hash.AppendData(buffer.WrittenSpan);
            hash.AppendData("\n"u8);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>One hash for the run: over its shards' hashes in order.</summary>
    internal static string OfShards(IEnumerable<string> shards) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Join('\n', shards))));

    private static void Write(Utf8JsonWriter json, EvaluationInput input)
    {
        json.WriteStartArray();
        json.WriteStringValue(input.EmployeeId.ToString());
        json.WriteStringValue(input.UnitId.ToString());
        json.WriteBooleanValue(input.HeadsUnit);
        json.WriteStringValue(input.UnitLevel?.ToString());
        if (input.Rating is { } rating)
        {
            json.WriteStringValue(rating.RaterId.ToString());
            json.WriteStringValue(rating.Result.ToString());
            json.WriteStringValue(rating.Behaviour.ToString());
            json.WriteNumberValue(rating.Skp.Hundredths);
            json.WriteNumberValue(rating.BehaviourScore.Hundredths);
            json.WriteNumberValue(rating.Version);
            if (rating.NewIdea is { } idea)
            {
                json.WriteStringValue(idea.Words);
                json.WriteStringValue(idea.EvidenceLink);
            }
        }

        var attendance = input.Attendance;
        ReadOnlySpan<int> counts =
        [
            attendance.WorkingDays, attendance.PresentDays, attendance.FlexibleDays, attendance.ReviewDays,
            attendance.NoRecordDays, attendance.ExcusedDays, attendance.LateMinutes, attendance.EarlyMinutes,
            attendance.OnTimeDays, attendance.FlexibleOnTimeDays, input.FeedbackNotes,
        ];
        foreach (var count in counts)
        {
            json.WriteNumberValue(count);
        }

        json.WriteStringValue(input.Reward.Discipline.ToString());
        if (input.Reward.MonthsInService is { } months)
        {
            json.WriteNumberValue(months);
        }

        if (input.Facts.Kind is { } kind)
        {
            json.WriteStringValue(kind.ToString());
        }

        if (input.Facts.PostCategory is { } category)
        {
            json.WriteStringValue(category);
        }

        if (input.Facts.PostClass is { } postClass)
        {
            json.WriteNumberValue(postClass);
        }

        json.WriteEndArray();
    }
}

using System.Globalization;
using Kinerja.Domain;
using Kinerja.Domain.Exchange;

namespace Kinerja.Application.Exchange;

/// <summary>What one person's sending, or one call of it, came to.</summary>
internal sealed record SiasnOutcome(SiasnState State, SiasnCause? Cause = null, string? Detail = null)
{
    private const int MostDetailLetters = 200;

    internal static readonly SiasnOutcome Sent = new(SiasnState.Sent);
    internal static readonly SiasnOutcome AlreadyThere = new(SiasnState.AlreadyThere);

    /// <summary>Set where it concerns everybody: nothing more is tried as this agency.</summary>
    internal SiasnFault? Fault { get; init; }

    internal static SiasnOutcome Refused(SiasnCause cause, string? detail = null) =>
        new(SiasnState.Refused, cause, detail);

    internal static SiasnOutcome Failed(SiasnAnswer answer) =>
        new(SiasnState.Failed, SiasnCause.NoAnswer, Words(answer)) { Fault = answer.Fault };

    /// <summary>Whether the same call may go well later.</summary>
    internal static bool MayComeAgain(SiasnAnswer answer) => answer.Status is 0 or 408 or 429 or >= 500;

    /// <summary>The status, and what SIASN says where it is short and names nobody.</summary>
    internal static string Words(SiasnAnswer answer)
    {
        var status = answer.Status == 0
            ? "No answer came, or one that broke off."
            : string.Create(CultureInfo.InvariantCulture, $"SIASN answered {answer.Status}.");
        return SiasnJson.MessageOf(answer) is { Length: > 0 and <= MostDetailLetters } said && PlainText.IsPlain(said)
            ? $"{status} {said}"
            : status;
    }
}

/// <summary>What a call gave, or what it came to instead.</summary>
internal readonly record struct SiasnReply<T>(T? Value, SiasnOutcome? Stop)
    where T : class
{
    public static implicit operator SiasnReply<T>(T value) => new(value, null);

    public static implicit operator SiasnReply<T>(SiasnOutcome stop) => new(null, stop);

    internal bool TryGet(
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out T? value,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out SiasnOutcome? stop)
    {
        (value, stop) = (Value, Stop);
        return value is not null;
    }
}

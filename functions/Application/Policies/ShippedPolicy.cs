using NodaTime;

namespace Kinerja.Application.Policies;

/// <summary>What a shipped version is there for.</summary>
public enum ShippedUse
{
    /// <summary>
    /// It holds from its first day on for every agency without a document of its own, and fills what documents leave
    /// out. Of deductions and allowances it only fills and is named: there nothing holds but an agency's own.
    /// </summary>
    Holds,

    /// <summary>
    /// It only fills what documents from its first day on leave out; without a document nothing of the kind holds.
    /// </summary>
    Template,

    /// <summary>It holds and fills nothing by itself: an agency's document names it, and gets what it says.</summary>
    Named,
}

/// <summary>
/// A version of a policy that comes with the code, complete, in the form in which agencies write. It is never edited:
/// what shall be otherwise is a new version beside it, with a first day of its own.
/// </summary>
/// <param name="Kind">As in <see cref="PolicyKind.Name"/>.</param>
/// <param name="Name">How results that it made call it, such as <c>ranking-2026.1</c>.</param>
/// <param name="Use">What it is there for.</param>
/// <param name="From">Its first day; <see cref="LocalDate.MinIsoValue"/> from the beginning of time.</param>
/// <param name="Json">The document, UTF-8.</param>
public sealed record ShippedPolicy(string Kind, string Name, ShippedUse Use, LocalDate From, ReadOnlyMemory<byte> Json);

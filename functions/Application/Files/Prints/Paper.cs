using Kinerja.Domain;
using NodaTime;

namespace Kinerja.Application.Files.Prints;

/// <summary>
/// Somebody on a paper. Without a name, which is for whoever may read names, a line is left to write it on.
/// </summary>
internal sealed record PrintParty(EmployeeId Id, string? Name, string? Post, string Unit);

/// <summary>In which role somebody stands on a paper; null: the register names nobody.</summary>
internal sealed record PrintRole(Words Role, PrintParty? Party)
{
    /// <summary>Whether the role has a place to sign in.</summary>
    public bool Signs { get; init; } = true;
}

/// <summary>
/// A figure that the mark proves: its name in the mark, how the paper calls it, as the wire writes it.
/// </summary>
internal readonly record struct PrintFigure(string Key, Words Label, string Wire);

/// <summary>One paper, in no language yet: what it is, who stands on it, what it says, what its mark proves.</summary>
/// <param name="Kind">What is printed.</param>
/// <param name="Of">Of which period, month or day, as the wire names it.</param>
/// <param name="Title">What stands above all.</param>
/// <param name="Under">What stands below the title.</param>
/// <param name="Roles">Whom it is about, then who else stands on it.</param>
/// <param name="Figures">What the mark proves.</param>
/// <param name="Versions">Of the rules by which it came about.</param>
/// <param name="Body">What it says.</param>
internal sealed record Paper(
    PrintKind Kind,
    string Of,
    Words Title,
    IReadOnlyList<Words> Under,
    IReadOnlyList<PrintRole> Roles,
    IReadOnlyList<PrintFigure> Figures,
    IReadOnlyList<string> Versions,
    Action<PrintPage> Body)
{
    /// <summary>What follows on a sheet of its own; null: nothing.</summary>
    public Action<PrintPage>? Annex { get; init; }
}

/// <summary>A paper with its seal, ready to be written in either language.</summary>
public sealed class Printout
{
    /// <summary>The one style of every paper; whoever shows one within another page lets its hash in.</summary>
    public const string Style = PrintPage.Style;

    private readonly Paper _paper;
    private readonly string _agency;
    private readonly ZonedDateTime _at;
    private readonly string _seal;

    internal Printout(Paper paper, string agency, ZonedDateTime at, string seal) =>
        (_paper, _agency, _at, _seal) = (paper, agency, at, seal);

    /// <param name="check">Where whoever holds the paper checks it; the seal stands behind its <c>#</c>.</param>
    /// <param name="indonesian">Else English.</param>
    public string Write(Uri check, bool indonesian) =>
        PrintPage.Write(_paper, _agency, _at, new Uri($"{check.AbsoluteUri}#{_seal}"), indonesian);
}

using NodaTime;

namespace Kinerja.Domain.Files;

/// <summary>What a file that comes in holds a row of.</summary>
public enum ImportKind
{
    People,
    Units,
    Posts,
    Ratings,
    Leave,

    /// <summary>Days off of an agency's own.</summary>
    Calendar,
}

public enum ImportState
{
    /// <summary>Read, and held against what stands; nothing is written.</summary>
    Previewed,

    /// <summary>Being written, page by page.</summary>
    Applying,

    Applied,
}

/// <summary>Which rows are written.</summary>
public enum ImportChoice
{
    /// <summary>All of them, and none when one has a fault.</summary>
    All,

    /// <summary>Those without a fault.</summary>
    Good,
}

/// <summary>What a row would do.</summary>
public enum RowEffect
{
    New,
    Changed,
    Unchanged,
    Faulty,
}

/// <summary>What became of a row.</summary>
public enum RowOutcome
{
    /// <summary>What stands is what the row says.</summary>
    Done,

    /// <summary>What stood had changed since the preview; nothing was written.</summary>
    Moved,

    /// <summary>A rule refuses it by now; nothing was written.</summary>
    Refused,

    /// <summary>It had a fault in the preview.</summary>
    LeftOut,
}

/// <summary>One value that a row changes; null is none. Of a NIP neither is told.</summary>
public sealed record FieldChange(string Column, string? From, string? To);

/// <summary>What is wrong with a cell, or with the row where no column is named.</summary>
public sealed record CellFault(string? Column, string Code, Sentence Detail);

/// <summary>One row of a file: what it is about, what it would do, and what became of it.</summary>
public sealed record ImportLine(int Row, string? Subject, RowEffect Effect)
{
    public IReadOnlyList<FieldChange> Changes { get; init; } = [];

    public IReadOnlyList<CellFault> Faults { get; init; } = [];

    public RowOutcome? Outcome { get; init; }

    /// <summary>What is written, by column; gone once the row's outcome is known.</summary>
    public IReadOnlyList<string?>? Cells { get; init; }

    /// <summary>Whether the row would do the same as the other.</summary>
    public bool DoesAs(ImportLine other) => Effect == other.Effect && Changes.SequenceEqual(other.Changes);
}

/// <summary>How many rows would do what, and of how many it is known what became of them.</summary>
public sealed record ImportCounts(
    int New, int Changed, int Unchanged, int Faulty, int Done, int Moved, int Refused, int LeftOut)
{
    public static ImportCounts None { get; } = new(0, 0, 0, 0, 0, 0, 0, 0);

    public int Rows => New + Changed + Unchanged + Faulty;

    public int Finished => Done + Moved + Refused + LeftOut;

    public ImportCounts WithEffects(IReadOnlyCollection<ImportLine> lines) => this with
    {
        New = New + lines.Count(l => l.Effect == RowEffect.New),
        Changed = Changed + lines.Count(l => l.Effect == RowEffect.Changed),
        Unchanged = Unchanged + lines.Count(l => l.Effect == RowEffect.Unchanged),
        Faulty = Faulty + lines.Count(l => l.Effect == RowEffect.Faulty),
    };

    public ImportCounts WithOutcomes(IReadOnlyCollection<ImportLine> lines) => this with
    {
        Done = Done + lines.Count(l => l.Outcome == RowOutcome.Done),
        Moved = Moved + lines.Count(l => l.Outcome == RowOutcome.Moved),
        Refused = Refused + lines.Count(l => l.Outcome == RowOutcome.Refused),
        LeftOut = LeftOut + lines.Count(l => l.Outcome == RowOutcome.LeftOut),
    };
}

/// <summary>
/// A file that came in. The version counts its previews; whoever applies can say which of them was looked at.
/// </summary>
public sealed record Import(
    AgencyId AgencyId, ImportId Id, int Version, ImportState State, ImportCounts Counts, int Pages, Instant PreviewedAt)
{
    /// <summary>How long a file and what became of it are kept after the last thing done with it.</summary>
    public static readonly Duration Kept = Duration.FromDays(7);

    public ImportChoice? Choice { get; init; }

    /// <summary>Columns that the file has not and of which what stands stays.</summary>
    public IReadOnlyList<string> KeptColumns { get; init; } = [];

    /// <summary>The page, from 0, that is written next.</summary>
    public int NextPage { get; init; }

    public Instant? EndedAt { get; init; }

    /// <summary>Who previewed it or, once it is applied, who applies it.</summary>
    public Actor? Actor { get; init; }

    public Instant KeptUntil => (EndedAt ?? PreviewedAt) + Kept;

    public bool IsOver(Instant now) => State != ImportState.Applying && now >= KeptUntil;

    /// <summary>The same once that page has come to its end.</summary>
    public Import After(IReadOnlyCollection<ImportLine> page, Instant now)
    {
        var last = NextPage + 1 == Pages;
        return this with
        {
            Counts = Counts.WithOutcomes(page),
            NextPage = NextPage + 1,
            State = last ? ImportState.Applied : ImportState.Applying,
            EndedAt = last ? now : null,
        };
    }
}

namespace Kinerja.Application.Explanations;

/// <summary>
/// What a step rests on. Names of laws and versions of documents are the same in both languages, so that text alone
/// says them.
/// </summary>
internal static class Sources
{
    /// <summary>An article of PP 30/2019.</summary>
    internal static Told Pp30(int article) => Both($"PP 30/2019 art. {article}", $"PP 30/2019 pasal {article}");

    /// <summary>A rating as it was given for the n-th time, from 1.</summary>
    internal static Told Rating(int version) => Both($"rating version {version}", $"penilaian versi {version}");

    /// <summary>A revision of a run's result, from 1.</summary>
    internal static Told Revision(int number) => Both($"revision {number}", $"revisi {number}");

    /// <summary>What a run froze for a revision.</summary>
    internal static Told InputsOf(int revision) =>
        Both($"inputs of revision {revision}", $"data yang dibekukan untuk revisi {revision}");

    internal static Told Both(string english, string indonesian) => new(english, english, indonesian);

    /// <summary>Several, one after the other.</summary>
    internal static Told All(params IEnumerable<Told> sources) => Told.Joined("; ", sources);
}

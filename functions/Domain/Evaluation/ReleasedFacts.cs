using Kinerja.Domain.Workforce;

namespace Kinerja.Domain.Evaluation;

/// <summary>
/// What of a person the lines of a ranking may say beside the result, where the agency's policy lets it.
/// </summary>
[Flags]
public enum ReleasedFacts
{
    None = 0,

    /// <summary>The unit in which the person is counted.</summary>
    Unit = 1,

    /// <summary>The kind of work of the person's post.</summary>
    PostCategory = 2,

    /// <summary>PNS or PPPK.</summary>
    EmploymentKind = 4,

    /// <summary>The class of the person's post (kelas jabatan).</summary>
    PostClass = 8,
}

/// <summary>
/// A person's kind of employment, kind of work and class of post, frozen with the other inputs where the ranking's
/// policy releases them; null: not released, or not known. No predicate, score or place depends on them.
/// </summary>
public readonly record struct PersonFacts(EmploymentKind? Kind, string? PostCategory, int? PostClass = null)
{
    /// <summary>What is read of a post.</summary>
    public const ReleasedFacts OfPosts = ReleasedFacts.PostCategory | ReleasedFacts.PostClass;

    /// <param name="person">As the run takes the person in.</param>
    /// <param name="post">The person's post as it stood on the period's last day; null: none is known.</param>
    /// <param name="released">What the policy releases.</param>
    public static PersonFacts Of(Employee person, Post? post, ReleasedFacts released) => new(
        released.HasFlag(ReleasedFacts.EmploymentKind) ? person.Kind : null,
        released.HasFlag(ReleasedFacts.PostCategory) ? post?.Category : null,
        released.HasFlag(ReleasedFacts.PostClass) ? post?.Class : null);
}

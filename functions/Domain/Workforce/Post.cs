namespace Kinerja.Domain.Workforce;

/// <summary>
/// A post (jabatan) of an agency. <paramref name="Category"/> names its kind of work, which a deny list may rule out;
/// <paramref name="FlexibleWork"/> says that the agency put it on its list of posts that may work flexibly. A post that
/// is not listed may not (PermenPANRB 4/2025: the agency decides which posts).
/// </summary>
public sealed record Post(PostId Id, string Name, string? Category, bool FlexibleWork)
{
    /// <summary>The highest class of post.</summary>
    public const int HighestClass = 17;

    /// <summary>
    /// The class of post (kelas jabatan) by the agency's evaluation of posts, 1 to <see cref="HighestClass"/>; null:
    /// it was not told. No rule here reads it.
    /// </summary>
    public int? Class { get; init; }
}

namespace Kinerja.Domain.Workforce;

/// <summary>
/// A post (jabatan) of an agency. <paramref name="Category"/> names its kind of work, which a deny list may rule out;
/// <paramref name="FlexibleWork"/> says that the agency put it on its list of posts that may work flexibly. A post that
/// is not listed may not (PermenPANRB 4/2025: the agency decides which posts).
/// </summary>
public sealed record Post(PostId Id, string Name, string? Category, bool FlexibleWork);

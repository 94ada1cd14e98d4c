namespace Kinerja.Application.Tables;

/// <summary>A stored document with the tag that its next write must bring.</summary>
public sealed record Tagged<T>(T Value, string Tag);

namespace Kinerja.Application.Json;

/// <summary>The same said in English and in Indonesian.</summary>
public sealed record WordsResponse(string En, string Id);

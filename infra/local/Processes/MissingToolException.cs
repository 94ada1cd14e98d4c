namespace Kinerja.Local.Processes;

/// <summary>Something the machine needs is not there. The message is one line for the person at the keyboard.</summary>
public sealed class MissingToolException(string message) : Exception(message);

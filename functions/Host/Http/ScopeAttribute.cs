namespace Kinerja.Host.Http;

/// <summary>What a token must carry here; <see cref="CallerMiddleware"/> checks it before any body is read.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ScopeAttribute(string scope) : Attribute
{
    internal string Scope => scope;
}

/// <summary>This function asks for a valid token, whatever the token may do.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AnyCallerAttribute : Attribute;

/// <summary>This function answers anybody, with and without a token.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OpenToAllAttribute : Attribute;

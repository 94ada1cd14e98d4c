using Kinerja.FirstSecrets;

// azd runs this around a deployment: "make" before it, "forget" after it (azure.yaml).
var values = args switch
{
    ["make"] => VaultSecrets.Missing(Environment.GetEnvironmentVariable),
    ["forget"] => VaultSecrets.Forgotten(),
    _ => throw new ArgumentException("make or forget"),
};
return values.Count == 0 ? 0 : AzdEnvironment.Set(values);

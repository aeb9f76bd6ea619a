//! `poortwachter completions`.

use clap::Command;
use clap_complete::Shell;

#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct CompletionsArgs {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

const EXAMPLES: &str = "\
Examples:
  poortwachter completions bash -o poortwachter.bash
  poortwachter completions zsh -o ~/.zfunc/_poortwachter
  poortwachter completions fish -o ~/.config/fish/completions/poortwachter.fish
  poortwachter completions powershell | Out-String | Invoke-Expression

For bash put \"source <(poortwachter completions bash)\" in ~/.bashrc; for zsh put
\"fpath+=~/.zfunc\" before compinit in ~/.zshrc.
Exit status: 0, or 2 with one line on standard error.";

pub(crate) fn run(args: &CompletionsArgs, mut command: Command) -> String {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command, "poortwachter", &mut script);
    String::from_utf8_lossy(&script).into_owned()
}

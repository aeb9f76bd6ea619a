//! `poortwachter completions`.

use crate::args::Args;
use clap::CommandFactory;
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
  poortwachter completions bash -o ~/.local/share/bash-completion/completions/poortwachter
  poortwachter completions zsh -o ~/.zfunc/_poortwachter        with fpath+=~/.zfunc
  poortwachter completions fish -o ~/.config/fish/completions/poortwachter.fish
  poortwachter completions powershell | Out-String | Invoke-Expression

Exit status: 0, or 2 with one line on standard error.";

pub(crate) fn run(args: &CompletionsArgs) -> String {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Args::command(), "poortwachter", &mut script);
    String::from_utf8_lossy(&script).into_owned()
}

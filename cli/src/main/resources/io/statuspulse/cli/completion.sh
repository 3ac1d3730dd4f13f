# What Tab offers after `statuspulse`, in bash and in zsh. Printed by `statuspulse completion`:
#   eval "$(statuspulse completion bash)"     in ~/.bashrc
#   eval "$(statuspulse completion zsh)"      in ~/.zshrc
# It holds all that it offers, so that nothing is started to complete a word.

if [ -n "${ZSH_VERSION:-}" ]; then
    autoload -U +X compinit bashcompinit
    type compdef >/dev/null 2>&1 || compinit
    bashcompinit
fi

#{lists}
# Offers the options of a command.
_statuspulse_options() {
    case $1 in
#{options}
    esac
}

# Whether an option takes a value.
_statuspulse_takes_value() {
    case $1 in
        #{valued}) return 0 ;;
    esac
    return 1
}

# Offers the values of an option, each behind $2; $3 is how one begins.
_statuspulse_values() {
    case $1=$3 in
        --report=*=*) _statuspulse_files "$2${3%%=*}=" "${3#*=}"; return ;;
    esac
    case $1 in
#{values}
        #{files}) _statuspulse_files "$2" "$3" ;;
    esac
}

# Offers what may stand without an option.
_statuspulse_arguments() {
    case $1 in
        '') _statuspulse_offer '' "${_statuspulse_commands[@]}" ;;
#{arguments}
        *) _statuspulse_options "$1" ;;
    esac
}

# Offers those words that begin as $token does, each behind $1; one that ends in = goes on, so that no space follows.
_statuspulse_offer() {
    local before=$1 word end
    shift
    for word in "$@"; do
        word=$before$word
        case $word in
            *=) end='' ;;
            *) end=' ' ;;
        esac
        case $word in
            "$token"*) COMPREPLY+=("${word:$known}$end") ;;
        esac
    done
}

# Offers the files whose names begin with $2, each behind $1. Bash itself does it best, where it can be asked to.
_statuspulse_files() {
    local file
    if [ -n "${BASH_VERSION:-}" ] && compopt -o default +o nospace 2>/dev/null; then
        return
    fi
    for file in "$2"*; do
        if [ -d "$file" ]; then
            file=$1$file/
            COMPREPLY+=("${file:$known}")
        elif [ -e "$file" ]; then
            file=$1$file
            COMPREPLY+=("${file:$known} ")
        fi
    done
}

# bash breaks words at = and at :, zsh does not. Here they are whole again: $token is the last one, and $known is how much of
# it the shell does not ask for.
_statuspulse() {
    local tokens word token command='' option='' breaks='' joined='' i known
    tokens=()
    COMPREPLY=()
    for ((i = 1; i <= COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        case $word in
            '' | *[!=:]*) breaks='' ;;
            *) breaks=yes ;;
        esac
        if [ "$breaks$joined" ] && [ "$word" ] && [ "${#tokens[@]}" -gt 0 ]; then
            tokens[${#tokens[@]}-1]+=$word
        else
            tokens+=("$word")
        fi
        joined=$breaks
    done
    token=${tokens[${#tokens[@]}-1]}
    known=$((${#token} - ${#word}))
    [ -z "$breaks" ] || known=${#token}
    for ((i = 0; i < ${#tokens[@]} - 1; i++)); do
        word=${tokens[i]}
        if [ "$option" ]; then
            option=''
        elif _statuspulse_takes_value "$word"; then
            option=$word
        elif [ -z "$command" ] && [ "${word:0:1}" != - ]; then
            command=$word
        fi
    done
    if [ "$option" ]; then
        _statuspulse_values "$option" '' "$token"
    else
        case $token in
            --*=*) _statuspulse_values "${token%%=*}" "${token%%=*}=" "${token#*=}" ;;
            -*) _statuspulse_options "$command" ;;
            *) _statuspulse_arguments "$command" ;;
        esac
    fi
}

complete -o nospace -F _statuspulse statuspulse

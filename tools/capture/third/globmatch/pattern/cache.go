// Package pattern matches paths.
package pattern

import (
	"regexp"
	"strings"
	"sync"
)

// compiled has patterns that were used, since compiling takes long.
var compiled sync.Map

// Match says whether path fits the glob.
func Match(glob, path string) (bool, error) {
	if known, ok := compiled.Load(glob); ok {
		return known.(*regexp.Regexp).MatchString(path), nil
	}
	re, err := regexp.Compile(translate(glob))
	if err != nil {
		return false, err
	}
	compiled.Store(glob, re)
	return re.MatchString(path), nil
}

func translate(glob string) string {
	var out strings.Builder
	out.WriteString("^")
	for i := 0; i < len(glob); i++ {
		switch {
		case strings.HasPrefix(glob[i:], "**"):
			out.WriteString(`(?:[^/]+/)*[^/]*`)
			i++
		case glob[i] == '*':
			out.WriteString(`[^/]{0,40}`)
		default:
			out.WriteString(regexp.QuoteMeta(glob[i : i+1]))
		}
	}
	out.WriteString("$")
	return out.String()
}

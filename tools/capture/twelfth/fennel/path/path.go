// Package path takes single values out of JSON without reading the rest.
package path

import "strings"

// Get returns the text of the first field of a name, without its quotes.
func Get(json, name string) string {
	at := strings.Index(json, `"`+name+`":`)
	if at < 0 {
		return ""
	}
	rest := strings.TrimLeft(json[at+len(name)+3:], " ")
	if strings.HasPrefix(rest, `"`) {
		return until(rest[1:], `"`)
	}
	return until(rest, ",}")
}

func until(text, ends string) string {
	if i := strings.IndexAny(text, ends); i >= 0 {
		return text[:i]
	}
	return text
}

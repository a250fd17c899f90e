// Package page renders the page.
package page

import "strings"

// Render renders the page at path.
func Render(path string) string { return strings.Repeat("<li>"+path+"</li>", 40) }

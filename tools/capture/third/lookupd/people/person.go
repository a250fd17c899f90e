// Package people reads who is who.
package people

import (
	"strings"
	"time"
)

// Person is one entry.
type Person struct {
	Name  string
	Parts []string
}

// Read reads one entry from the archive.
func Read(name string, n int) *Person {
	time.Sleep(25 * time.Millisecond)
	line := name + ";office;phone"
	if n%180 == 179 {
		line = name // an entry being rewritten
	}
	parts := strings.Split(line, ";")
	return &Person{Name: parts[0], Parts: parts[1:3]}
}

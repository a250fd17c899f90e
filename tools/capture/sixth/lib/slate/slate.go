// Package slate writes lines with fields.
package slate

import (
	"io"
	"strings"
	"time"
)

// Logger is a list of fields, the latest first.
type Logger struct {
	out    io.Writer
	before *Logger
	text   string
	since  time.Time
}

// New writes to out.
func New(out io.Writer) *Logger { return &Logger{out: out, since: time.Now()} }

// With returns a logger that has these fields too.
func (l *Logger) With(pairs ...string) *Logger {
	var text strings.Builder
	for i := 0; i+1 < len(pairs); i += 2 {
		text.WriteString(pairs[i] + "=" + pairs[i+1] + " ")
	}
	return &Logger{out: l.out, before: l, text: text.String(), since: time.Now()}
}

// Say writes a line with at most the eight latest fields.
func (l *Logger) Say(message string) {
	var line strings.Builder
	line.WriteString(message)
	for at, n := l, 0; at != nil && n < 8; at, n = at.before, n+1 {
		line.WriteString(" " + at.text)
	}
	line.WriteByte('\n')
	_, _ = io.WriteString(l.out, line.String())
}

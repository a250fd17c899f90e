// Package follow reads log streams.
package follow

import (
	"bufio"
	"io"
	"log"
	"net/http"
	"strings"
)

// Follower asks one log server.
type Follower struct{ base string }

// New asks below base.
func New(base string) *Follower { return &Follower{base: base} }

// Recent returns the first n lines of a unit's stream.
func (f *Follower) Recent(unit string, n int) string {
	stream, err := f.open(unit)
	if err != nil {
		log.Print(err)
		return ""
	}
	var lines []string
	for in := bufio.NewScanner(stream); len(lines) < n && in.Scan(); {
		lines = append(lines, in.Text())
	}
	return strings.Join(lines, "|")
}

func (f *Follower) open(unit string) (io.Reader, error) {
	response, err := http.Get(f.base + "/stream/" + unit)
	if err != nil {
		return nil, err
	}
	return response.Body, nil
}

// Handdiff is what somebody writes who needs the growth of two heap profiles and no graph: pprof's own parser and one
// map a figure. It stays up and is asked a pair a line, so that its start is not in the figures; the answer is the
// nanoseconds it took and how many functions changed.
package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/google/pprof/profile"
)

// figures of one function: memory it allocated itself, and with all it called.
type figures struct{ flat, cum int64 }

func main() {
	asked := bufio.NewScanner(os.Stdin)
	for asked.Scan() {
		files := strings.Fields(asked.Text())
		began := time.Now()
		changed := map[string]*figures{}
		for place, file := range files {
			sign := int64(1)
			if place == 0 && len(files) > 1 {
				sign = -1
			}
			add(changed, read(file), sign)
		}
		for name, of := range changed {
			if *of == (figures{}) {
				delete(changed, name)
			}
		}
		fmt.Println(time.Since(began).Nanoseconds(), len(changed))
	}
}

func read(file string) *profile.Profile {
	in, err := os.Open(file)
	must(err)
	defer in.Close()
	read, err := profile.Parse(in)
	must(err)
	return read
}

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// add books every sample to the functions on its stack, each once.
func add(to map[string]*figures, from *profile.Profile, sign int64) {
	inuse := 0
	for place, kind := range from.SampleType {
		if kind.Type == "inuse_space" {
			inuse = place
		}
	}
	onStack := map[string]bool{}
	for _, sample := range from.Sample {
		value := sign * sample.Value[inuse]
		if value == 0 {
			continue
		}
		clear(onStack)
		for depth, location := range sample.Location {
			for inlined, line := range location.Line {
				if line.Function == nil {
					continue
				}
				name := line.Function.Name
				of := to[name]
				if of == nil {
					of = &figures{}
					to[name] = of
				}
				if depth == 0 && inlined == 0 {
					of.flat += value
				}
				if !onStack[name] {
					onStack[name] = true
					of.cum += value
				}
			}
		}
	}
}

// Package paint gives texts their colours.
package paint

import (
	"bytes"
	"log"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/formatters/html"
	"github.com/alecthomas/chroma/v2/lexers"
	"github.com/alecthomas/chroma/v2/styles"
)

const text = "let x = 12 + line.length; print(x, \"of it\")\n"

// Painter knows some languages.
type Painter struct {
	languages []string
	style     *chroma.Style
	shown     int
}

// New knows the first n of them by name.
func New(n int) *Painter {
	names := lexers.Names(false)
	if len(names) > n {
		names = names[:n]
	}
	return &Painter{languages: names, style: styles.Get("github")}
}

// Show shows text n in its language.
func (p *Painter) Show(n int) {
	lexer := lexers.Get(p.languages[n%len(p.languages)])
	if lexer == nil {
		return
	}
	tokens, err := chroma.Coalesce(lexer).Tokenise(nil, text)
	if err != nil {
		log.Print(err)
		return
	}
	var out bytes.Buffer
	if err := html.New().Format(&out, p.style, tokens); err != nil {
		log.Print(err)
		return
	}
	p.shown += out.Len()
}

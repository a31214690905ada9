/// Words of headers in Portuguese, as in Portugal and in Brazil; the lines read as those of
/// `EnglishWords`.
enum PortugueseWords {
  static let table = """
    : o|a|os|as|do|da|dos|das|de|seu|sua|e|ou|em|no|na|para|um|uma
    email: correio eletronico|correio electronico|endereco de email|endereco de e-mail|endereco eletronico|endereco de correio eletronico|endereco email|correio
    phone: telefone|tel|numero de telefone|telefone fixo|fixo?|fone|tel fixo|telefones|numero telefone|telefone de contato|telefone para contato
    mobile: celular|telemovel|telefone celular|numero de telemovel|numero de celular|telefone movel|movel|nr telemovel
    fax: numero de fax
    name_or_first: nome
    first: primeiro nome|nome proprio
    last: sobrenome|apelido|ultimo nome|nome de familia|apelidos
    full+name: nome completo|pessoa de contato|pessoa de contacto|nome do contato|nome do contacto|nome e sobrenome|nome e apelido|nome do cliente~|contato principal|nome contato|responsavel pelo contato
    middle: segundo nome|nome do meio|iniciais
    prefix: tratamento|forma de tratamento|saudacao
    suffix: sufixo
    nickname: alcunha|nome de utilizador|nome de usuario
    person: titular dos dados|contato|contacto|pessoa|participante|visitante|inscrito|membro|doador|paciente|voluntario
    company: empresa|companhia|razao social|nome da empresa|organizacao|sociedade|nome fantasia|conta~|nome da conta~|instituicao~|nome da organizacao|entidade patronal|denominacao social
    department: departamento|setor interno
    job: cargo|funcao|profissao|posto~|ocupacao|posicao~|cargo na empresa|titulo do cargo
    title: titulo?
    role: papel
    website: site?|pagina web|pagina da web|website da empresa|sitio web|pagina na internet|pagina?|endereco web|site da empresa
    address: endereco|morada|endereco completo|endereco postal
    street: rua|logradouro|avenida|rua e numero|endereco 1|morada 1
    city: cidade|localidade|municipio|concelho
    postcode: codigo postal|cep|cod postal
    region: estado?|provincia|distrito|uf|regiao?|estado provincia|estado ou provincia|unidade federativa
    country: pais|pais regiao|pais ou regiao
    language: idioma|lingua|idioma preferido
    industry: setor|sector|ramo|industria|ramo de atividade|segmento|area de atuacao|setor de atividade|atividade
    employees: funcionarios|colaboradores?|empregados
    count+employees: numero de funcionarios|n de funcionarios|numero de colaboradores|numero de empregados|tamanho da empresa|n de colaboradores|qtd funcionarios|porte da empresa
    size: tamanho|porte
    revenue: faturamento|receita|volume de negocios|faturacao
    annual+revenue: receita anual|faturamento anual|faturacao anual
    annual: anual
    source: origem|fonte|proveniencia~|origem do lead|fonte do lead|como nos conheceu|como conheceu|canal de origem
    campaign: campanha|nome da campanha
    medium: meio|midia
    landing: pagina de destino|pagina de entrada
    form: formulario|nome do formulario
    referrer: indicado por|indicacao
    consent: consentimento|rgpd|lgpd~|autorizacao~|consentimento rgpd|estado do consentimento|status do consentimento|politica de privacidade~
    optin: inscrito na newsletter|assinante?|subscrito~
    optout: descadastrado|nao contactar|nao contatar|cancelado|cancelou inscricao|remover da lista|oposicao
    accept: aceito receber|aceita receber|deseja receber|aceita|aceitou|autoriza|aceito
    newsletter: boletim|boletim informativo
    channel: canal
    purpose: finalidade|proposito
    basis: base legal|base juridica|fundamento
    wording: texto do consentimento
    version: versao
    ip: endereco ip
    expires: validade|expira|data de expiracao|data de validade|expira em|valido ate|expiracao
    id: identificador~|chave~|referencia?
    number: numero|n|num|nr|no
    count: quantidade|qtd|qtde|quantidade de
    code: codigo|cod
    created: criado|criacao~|data de criacao|data de cadastro|data de registo|data de registro|registado|registrado|data cadastro|cadastrado em|criado em|data de entrada|data de inscricao|data criacao|recebido em~|cliente desde|membro desde|socio desde
    created+entry: cadastro|inscricao
    modified: modificado|modificacao|atualizado|data de modificacao|ultima modificacao|ultima atualizacao|alterado|ultima atividade|ultimo contato|ultimo contacto|data de atualizacao|atualizado em
    date: data|dia?
    time: hora|horario
    timestamp: data e hora|carimbo de data hora|data hora
    added: desde?|adicionado em|adicionado|incluido em
    changed: mudanca|mudou em|alterado em|data da mudanca
    by: por
    status: estado*|situacao|estado do registo
    stage: etapa|fase|estagio|estagio vendas|estagio de vendas|etapa de vendas|fase da venda|etapa do funil
    type: tipo
    owner: atribuido a|usuario atribuido|atribuido|gestor de conta
    owner+holder: proprietario|responsavel|vendedor|comercial|gestor|consultor|atendente|dono|agente
    manager: gerente|chefe|supervisor|superior|diretor
    assistant: assistente|secretaria|secretario
    note: nota~|notas|comentario|comentarios|observacao|observacoes|anotacoes|obs|anotacao
    review: avaliacoes|numero de avaliacoes|criticas
    description: descricao
    subject: assunto|tema
    value: valor
    display: nome de exibicao|nome exibido|nome a apresentar
    lead: prospeto|potencial cliente|cliente potencial|leads
    customer: cliente|clientes|comprador
    deal: negocio|oportunidade|negociacao
    task: tarefa|tarefas
    activity: chamada|ligacao|reuniao|visita|compromisso
    event: evento|tipo de evento
    message: mensagem|envio?
    user: usuario|utilizador
    amount: preco total|total da linha|valor da linha|montante|quantia|valor do negocio|valor total|valor da oportunidade|valor da proposta
    currency: moeda
    probability: probabilidade
    forecast: previsao|categoria de previsao
    category: categoria|categorias
    expected: prevista|previsto|estimada|estimado|esperada
    close: fechamento|fecho|encerramento|data de fechamento|data de fecho
    won: fechado em|encerrado em|ganho em|ganha em
    won+entry: ganho|fechado|encerrado|ganha
    due: vencimento|data de vencimento|prazo|data limite|vence em
    completed: concluido em|concluida em|finalizado em|feito em|terminado em
    completed+entry: concluido|concluida|terminado|finalizado|feito
    priority: prioridade|urgencia
    outcome: resultado|desfecho
    reason: motivo|razao|causa
    registry: lista|registo|registro|lista de exclusao
    work: comercial*|trabalho|profissional|escritorio|corporativo|empresarial
    home: residencial|residencia|pessoal|casa|particular
    other: outro|outra|outros|alternativo|adicional
    secondary: secundario|secundaria|segundo|segunda
    primary: principal|primario
    main: geral|sede|central
    direct: direto|ramal
    billing: faturamento endereco|cobranca|fatura
    shipping: entrega|envio endereco
    preferred: preferido|preferencial
    confirm: data de confirmacao
    confirm+entry: confirmacao|confirmado
    latest: ultimo|ultima|proximo|proxima
    previous: anterior|antigo|antiga
    parent: membro de|matriz|grupo
    birth: nascimento|data de nascimento|data nascimento|dt nascimento|dt nasc|data nasc|aniversario|data de aniversario|nascido em|dia de nascimento
    birth_part: ano de nascimento|mes de nascimento|ano nascimento
    foreign: idade|pais de nascimento|local de nascimento|naturalidade|cidade de nascimento
    gender: sexo|genero
    spouse: conjuge|esposa|marido|filhos
    emergency: emergencia
    verified: verificado|validado|invalido
    not: nao|sem
    label: etiqueta|etiquetas|marcador
    score: pontuacao|classificacao|avaliacao
    to: nova etapa|para etapa
    from: etapa anterior
    flag: foi|tem
    associated: associado|associada|vinculado|vinculada
    product: produto|artigo|nome do produto|nome do artigo|produtos|nome produto
    product+code: codigo do produto|codigo do artigo|referencia do produto|ref produto|codigo produto|codigo artigo
    price: preco|preco de venda|preco unitario|preco de tabela|preco de catalogo|tarifa|pvp|preco por unidade|preco liquido|valor unitario|preco venda
    net: liquido|sem iva|liquida
    unit: unidade|unidade de medida
    quantity: unidades|qtde|qtd pedida|numero de unidades|quantidade pedida
    caption: designacao|denominacao|descricao curta
    billing_period: periodicidade|frequencia de faturacao|frequencia de cobranca|periodo de faturacao|recorrencia|ciclo de faturacao|ciclo de cobranca
    active: ativo|ativa|inativo|habilitado|publicado
    team: equipa|equipe|equipa de vendas|equipe de vendas|nome da equipa
    time_zone: fuso horario
    category: familia|familia de produtos|gama|categoria do produto|linha de produto
    foreign: nipc|contribuinte|numero de contribuinte|preco de compra|preco de custo|custo|estoque|stock|preco promocional|peso|fornecedor|fabricante
    foreign: senha|palavra passe|foto|imagem|nif|cnpj|cpf|rg|nib|banco|iva|desconto|salario|nacionalidade|bairro|complemento|inscricao estadual|modelo|feira|stand
    """
}
